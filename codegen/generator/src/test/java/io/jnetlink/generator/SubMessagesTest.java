package io.jnetlink.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.wire.InvalidFieldException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Payloads whose format another attribute chooses. */
class SubMessagesTest {

    private final GeneratedFamily family = GeneratedFamily.construct("submessages");

    private Dynamic info() {
        return family.builder("Info");
    }

    private Object options(long limit, int depth) {
        return family.builder("Options")
                .set("limit", limit)
                .set("depth", depth)
                .build()
                .target();
    }

    @Test
    void theSelectorIsWrittenFirst() {
        Dynamic info = info().fill("dataTunnel", t -> t.set("id", 7L)).build();

        assertThat(info.hex()).isEqualTo("0b000100 74756e6e 656c0000 0c000280 08000100 07000000");
        assertThat(info.get("kind")).isEqualTo("tunnel");
        assertThat(info.is("hasDataTunnel")).isTrue();
        assertThat(info.nest("dataTunnel").get("id")).isEqualTo(7L);
    }

    @Test
    void aSelectorThatIsSetAlreadyStays() {
        Dynamic info = info().set("kind", "tunnel")
                .set(
                        "dataTunnel",
                        family.builder("TunnelAttrs").set("id", 7L).build().target())
                .build();

        assertThat(info.hex()).isEqualTo("0b000100 74756e6e 656c0000 0c000280 08000100 07000000");
    }

    @Test
    void anotherSelectorIsRefused() {
        assertThatThrownBy(() -> info().set("kind", "bridge").fill("dataTunnel", t -> {}))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("info.kind must be \"tunnel\" for this format, not \"bridge\"");
    }

    @Test
    void onlyTheChosenFormatIsThere() {
        Dynamic info = info().fill("dataTunNel2", t -> t.set("id", 7L)).build();

        assertThat(info.get("kind")).isEqualTo("tun-nel2");
        assertThat(info.is("hasDataTunnel")).isFalse();
        assertThat(info.is("hasDataTunNel2")).isTrue();
        assertThatThrownBy(() -> info.get("dataTunnel"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no data of format tunnel in info");
        assertThatThrownBy(() -> family.view("InfoView", info.hex()).get("dataBridge"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void unknownFormatsStayRaw() {
        Dynamic info = family.decode("Info", "08000100 6f6f7073 07000200 01020300");

        assertThat((byte[]) info.get("data")).containsExactly(1, 2, 3);
        assertThat(info.is("hasData")).isTrue();
        assertThat(info.is("hasDataTunnel")).isFalse();
        assertThat(info().set("kind", "oops")
                        .set("data", new byte[] {1, 2, 3})
                        .build()
                        .get("kind"))
                .isEqualTo("oops");
    }

    @Test
    void aStructCanStandInFront() {
        Dynamic info = info().set(
                        "dataBridge",
                        options(5, 6),
                        family.builder("BridgeAttrs").set("age", 7L).build().target())
                .build();

        assertThat(info.hex()).isEqualTo("0b000100 62726964 67650000 14000200 05000000 06000000 08000100 07000000");
        assertThat(info.get("dataBridgeHeader")).isEqualTo(options(5, 6));
        assertThat(info.nest("dataBridge").get("age")).isEqualTo(7L);
        Dynamic view = family.view("InfoView", info.hex());
        assertThat(view.nest("dataBridge").get("age")).isEqualTo(7L);
        assertThat(view.get("dataBridge")).isSameAs(view.get("dataBridge"));
    }

    @Test
    void aStructCanBeAll() {
        Dynamic info = info().set("dataQueue", options(5, 6)).build();

        assertThat(info.hex()).isEqualTo("0a000100 71756575 65000000 0c000200 05000000 06000000");
        assertThat(info.get("dataQueue")).isEqualTo(options(5, 6));
        assertThat(info.is("hasDataQueue")).isTrue();
    }

    @Test
    void aShortStructReadsAsZeros() {
        Dynamic info = family.decode("Info", "0b000100 62726964 67650000 08000200 05000000");

        assertThat(info.get("dataBridgeHeader")).isEqualTo(options(5, 0));
        assertThat(info.nest("dataBridge").is("hasAge")).isFalse();
        assertThat(family.view("InfoView", info.hex()).nest("dataBridge").is("hasAge"))
                .isFalse();
    }

    @Test
    void aFormatGivesWayToAnAttributeOfItsName() {
        assertThat(info().set("dataNothing", 5).build().hex()).isEqualTo("05000400 05000000");
    }

    @Test
    void aFormatCanBeEmpty() {
        Dynamic info = info().set("dataNothing_").build();

        assertThat(info.hex()).isEqualTo("0c000100 6e6f7468 696e6700 04000200");
        assertThat(info.is("hasDataNothing_")).isTrue();
    }

    @Test
    void aSelectorFurtherOutIsHandedIn() {
        Dynamic stats =
                family.builder("StatsAttrs").set("appQueue", options(1, 2)).build();

        assertThat(stats.hex()).isEqualTo("0c000100 01000000 02000000");
        assertThat(stats.get("appQueue", "queue")).isEqualTo(options(1, 2));
        assertThat(stats.is("hasAppTunnel", "queue")).isFalse();
        assertThat(stats.is("hasAppTunnel", "tunnel")).isTrue();
        assertThat((byte[]) stats.get("app")).hasSize(8);
        assertThatThrownBy(() -> stats.get("appQueue", "tunnel")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aNumberCanBeTheSelector() {
        Dynamic object = family.builder("ObjectAttrs")
                .fill("dataCounter", c -> c.set("bytes", 1L))
                .build();

        assertThat(object.hex()).isEqualTo("08000100 00000001 10000280 0c000100 00000000 00000001");
        assertThat(object.get("type")).isSameAs(family.constant("KindNumber", "COUNTER"));
        assertThat(object.is("hasDataCounter")).isTrue();
        assertThat(object.is("hasDataQuota")).isFalse();
        assertThat(object.nest("dataCounter").get("bytes")).isEqualTo(1L);
        assertThatThrownBy(() -> object.nest("toBuilder").fill("dataQuota", q -> {}))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("object.type must be 2 (quota) for this format, not 1");
    }
}
