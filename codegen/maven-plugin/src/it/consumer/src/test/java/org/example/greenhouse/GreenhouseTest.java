package org.example.greenhouse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.api.Test;

class GreenhouseTest {

    private final Bed bed =
            Bed.builder().number(3).kind(Kind.CUCUMBER).label("north").build();

    @Test
    void whatIsEncodedIsDecoded() {
        byte[] bytes = bed.toByteArray();
        Bed decoded = Bed.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);

        assertEquals(bed, decoded);
        assertEquals("north", decoded.label());
        assertEquals("{number: 3, kind: cucumber, label: \"north\"}", decoded.toString());
        assertArrayEquals(bytes, decoded.toByteArray());
    }

    @Test
    void whatTheKernelWouldRefuseIsRefused() {
        assertThrows(InvalidFieldException.class, () -> Bed.builder().number(0));
    }

    @Test
    void theSpecIsInTheJar() {
        assertNotNull(getClass().getResource("/META-INF/jnetlink/greenhouse.yaml"));
        assertTrue(GreenhouseSchema.FAMILY.group("heat").isEmpty());
    }
}
