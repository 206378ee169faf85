package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.api.Test;

/** Structs as records and views, and as headers of messages. */
class StructsTest {

    /** mode, bits, inner, address, mac, raw, title, (padding), total, class, offset. */
    private static final String BYTES = "01000300 05000000 00000007 c0000201 02000000 0001aabb"
            + "61626364 00000000 08070605 04030201 fe000000 fdffffff";

    private final GeneratedFamily family = GeneratedFamily.construct("structs");

    private Dynamic inner(int first, long second) {
        return family.builder("Inner").set("first", first).set("second", second).build();
    }

    private Dynamic everything() {
        return family.builder("Everything")
                .set("mode", family.constant("Mode", "ON"))
                .set("bits", family.call("Bits", "of", flags("ONE", "TWO")).target())
                .set("inner", inner(5, 7).target())
                .set("address", IpAddress.parse("192.0.2.1"))
                .set("mac", HardwareAddress.parse("02:00:00:00:00:01"))
                .set("raw_", GeneratedFamily.bytes("aabb"))
                .set("title", "abcd")
                .set("total", 0x0102030405060708L)
                .set("class_", -2)
                .set("offset_", -3)
                .build();
    }

    private Object flags(String... names) {
        Object array = java.lang.reflect.Array.newInstance(family.type("Bits"), names.length);
        for (int i = 0; i < names.length; i++) {
            java.lang.reflect.Array.set(array, i, family.constant("Bits", names[i]));
        }
        return array;
    }

    @Test
    void everyMemberStandsWhereCPutsIt() {
        assertThat(family.constant("Everything", "SIZE")).isEqualTo(48);
        assertThat(everything().hex().replace(" ", "")).isEqualTo(BYTES.replace(" ", ""));
    }

    @Test
    void everyMemberIsReadAgain() {
        Dynamic decoded = family.decode("Everything", BYTES);

        assertThat(decoded.target())
                .isEqualTo(everything().target())
                .hasSameHashCodeAs(everything().target());
        assertThat(decoded.nest("toBuilder").build().target()).isEqualTo(decoded.target());
        assertThat(decoded.target().toString())
                .contains("raw_=aabb")
                .contains("mode=on")
                .contains("bits=<one,two>");
        assertThat(decoded.target())
                .isNotEqualTo(
                        decoded.nest("toBuilder").set("title", "x").build().target());
    }

    @Test
    void theViewShowsTheSame() {
        Dynamic view = family.view("EverythingView", BYTES);

        assertThat(view.get("total")).isEqualTo(0x0102030405060708L);
        assertThat(view.nest("inner").get("second")).isEqualTo(7L);
        assertThat(view.get("inner")).isSameAs(view.get("inner"));
        assertThat(family.call("Everything", "from", view.target()).target())
                .isEqualTo(everything().target());
    }

    @Test
    void missingMembersAreZero() {
        Dynamic decoded = family.decode("Everything", BYTES.substring(0, 17));

        assertThat(decoded.nest("inner").get("first")).isEqualTo(5);
        assertThat(decoded.nest("inner").get("second")).isEqualTo(0L);
        assertThat(decoded.get("title")).isEqualTo("");
        assertThat((byte[]) decoded.get("raw_")).containsExactly(0, 0);
        assertThat(decoded.get("address")).isEqualTo(IpAddress.parse("0.0.0.0"));
    }

    @Test
    void arraysAreCopied() {
        Dynamic everything = everything();
        ((byte[]) everything.get("raw_"))[0] = 0;

        assertThat((byte[]) everything.get("raw_")).containsExactly(0xaa, 0xbb);
    }

    @Test
    void whatTheWireCannotCarryIsRefused() {
        assertRefused("class_", 128, "everything.class must be -128..127, not 128");
        assertRefused("title", "abcde", "everything.title must have at most 4 bytes, not 5 bytes");
        assertRefused("raw_", new byte[3], "everything.raw must have exactly 2 bytes, not 3 bytes");
        assertRefused("address", IpAddress.parse("::"), "everything.address must have exactly 4 bytes, not 16 bytes");
    }

    private void assertRefused(String setter, Object value, String message) {
        assertThatThrownBy(
                        () -> everything().nest("toBuilder").set(setter, value).build())
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage(message);
    }

    @Test
    void oneSetBehindTwoHeadersMakesTwoMessages() {
        assertThat(family.type("HolderMessageInner")).isNotNull();
        assertThat(family.type("HolderMessageEverything")).isNotNull();
    }

    @Test
    void aMessageIsHeaderAndAttributes() {
        Dynamic message = family.builder("HolderMessageInner")
                .fill("header", h -> h.set("first", 5).set("second", 7L))
                .fill("attributes", a -> a.set("all", everything().target()))
                .build();

        assertThat(message.hex().replace(" ", ""))
                .isEqualTo(("0500000000000007" + "34000100" + BYTES).replace(" ", ""));
        assertThat(message.get("header")).isEqualTo(inner(5, 7).target());
        assertThat(message.nest("attributes").get("all")).isEqualTo(everything().target());
        Dynamic decoded = family.decode("HolderMessageInner", message.hex());
        assertThat(decoded.target()).isEqualTo(message.target()).hasSameHashCodeAs(message.target());
        assertThat(decoded.target().toString()).contains("second: 7").contains("title: ");
    }

    @Test
    void changingAMessageKeepsTheRest() {
        Dynamic message = family.decode("HolderMessageInner", "05000000 00000007 0600e700 aabb0000");
        Dynamic changed = message.nest("toBuilder")
                .fill("header", h -> h.set("first", 6))
                .fill("attributes", a -> a.set("all", everything().target()))
                .build();

        assertThat(changed.hex()).startsWith("06000000 00000007 0600e700 aabb0000 34000100");
    }

    @Test
    void theViewOfAMessage() {
        Dynamic view = new Dynamic(newView());
        byte[] bytes = GeneratedFamily.bytes("ff 05000000 00000007 0600e700 aabb0000");
        view.get("wrapBody", NetlinkBuffer.wrap(bytes), 1, bytes.length - 1);

        assertThat(view.nest("header").get("first")).isEqualTo(5);
        assertThat(view.nest("attributes").is("hasAll")).isFalse();
        assertThat(view.nest("toValue").hex()).isEqualTo("05000000 00000007 0600e700 aabb0000");
        assertThatThrownBy(() -> view.get("wrapBody", NetlinkBuffer.wrap(bytes), 0, 7))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("fixed header needs 8 bytes, got 7");
    }

    private Object newView() {
        try {
            return family.type("HolderMessageInnerView").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
