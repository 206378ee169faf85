package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.Hex;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final AttributeSet INFO = DemoFamily.FAMILY.attributeSet("info-attrs");

    @Test
    void aTextSelectorChoosesTheLayout() {
        Scope scope = scope(INFO, "09000100 76786c616e000000");

        assertThat(scope.selector("kind")).contains("vxlan");
        assertThat(format(scope, DemoFamily.INFO_DATA).attributes()).isEqualTo("vxlan-attrs");
    }

    @Test
    void aNumberSelectsByItsNameOrElseByItself() {
        assertThat(scope(DemoFamily.LINK, "05001400 01000000").selector("mode")).contains("tunnel");
        assertThat(scope(DemoFamily.LINK, "05001400 c8000000").selector("mode")).contains("200");
        assertThat(scope(DemoFamily.LINK, "08000400 dc050000").selector("mtu")).contains("1500");
        assertThat(scope(DemoFamily.LINK, Hex.big("00080004 000005dc")).selector("mtu"))
                .contains("1500");
    }

    @Test
    void withoutSelectorThereIsNoLayout() {
        Scope scope = scope(INFO, "04000200");

        assertThat(scope.selector("kind")).isEmpty();
        assertThat(scope.format(INFO.byNumber(DemoFamily.INFO_DATA))).isEmpty();
        assertThat(scope.format(INFO.byNumber(DemoFamily.INFO_KIND))).isEmpty();
        assertThat(scope.selector("nobody-has-this")).isEmpty();
    }

    @Test
    void aSelectorThatIsNoNumberOrTooShortSelectsNothing() {
        assertThat(scope(DemoFamily.LINK, "04001400").selector("mode")).isEmpty();
        assertThat(scope(DemoFamily.LINK, "0a000100 0200000000010000").selector("address"))
                .isEmpty();
    }

    @Test
    void theInnermostListThatKnowsTheSelectorDecides() {
        NetlinkBuffer buffer = Hex.little("05001400 02000000", "05001400 01000000", "04000300");
        Scope outer = new Scope(DemoFamily.LINK, buffer, 0, 8, null);
        Scope inner = new Scope(DemoFamily.LINK, buffer, 8, 8, outer);
        Scope info = new Scope(INFO, buffer, 16, 4, inner);
        Scope infoOutside = new Scope(INFO, buffer, 16, 4, outer);

        assertThat(info.selector("mode")).contains("tunnel");
        assertThat(format(info, DemoFamily.INFO_MODE_DATA).attributes()).isEqualTo("vxlan-attrs");
        assertThat(format(infoOutside, DemoFamily.INFO_MODE_DATA).header()).isEqualTo("ematch");
        assertThat(info.depth()).isEqualTo(2);
        assertThat(outer.depth()).isZero();
    }

    @Test
    void aListThatKnowsTheSelectorButLacksItHidesTheOuterOne() {
        NetlinkBuffer buffer = Hex.little("05001400 02000000");
        Scope outer = new Scope(DemoFamily.LINK, buffer, 0, 8, null);
        Scope inner = new Scope(DemoFamily.LINK, buffer, 8, 0, outer);

        assertThat(inner.selector("mode")).isEmpty();
    }

    @Test
    void ofSeveralSelectorsTheLastCounts() {
        assertThat(scope(DemoFamily.LINK, "05001400 01000000", "05001400 00000000")
                        .selector("mode"))
                .contains("plain");
    }

    @Test
    void eachSelectorIsSearchedOnce() {
        NetlinkBuffer buffer = Hex.little("05001400 01000000");
        Scope scope = scope(DemoFamily.LINK, buffer);

        assertThat(scope.selector("mode")).contains("tunnel");
        buffer.putZeros(0, 8);
        assertThat(scope.selector("mode")).contains("tunnel");
    }

    @Test
    void whatStandsBeforeAMalformedAttributeCounts() {
        assertThat(scope(DemoFamily.LINK, "05001400 01000000", "03000100").selector("mode"))
                .contains("tunnel");
        assertThat(scope(DemoFamily.LINK, "03000100", "05001400 01000000").selector("mode"))
                .isEmpty();
    }

    private static SubMessageSchema.Format format(Scope scope, int number) {
        AttributeSchema attribute = scope.set().byNumber(number);
        return scope.format(attribute).orElseThrow();
    }

    private static Scope scope(AttributeSet set, String... hex) {
        return scope(set, Hex.little(hex));
    }

    private static Scope scope(AttributeSet set, NetlinkBuffer buffer) {
        return new Scope(set, buffer, 0, buffer.capacity(), null);
    }
}
