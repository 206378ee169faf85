package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.Hex;
import org.junit.jupiter.api.Test;

/** When two lists of attributes mean the same. */
class AttributeContentTest {

    private static final String MTU = "08000400dc050000";
    private static final String NAME = "070003006c6f0000";
    private static final String ALTNAME_A = "06000d0061000000";
    private static final String ALTNAME_B = "06000d0062000000";
    private static final String KIND = "0900010076786c616e000000";
    private static final String ID = "0800010001000000";
    private static final String PORT = "06000f0012b50000";

    @Test
    void orderDoesNotCountAcrossNumbers() {
        same(MTU + NAME, NAME + MTU);
        same(MTU + ALTNAME_A + NAME + ALTNAME_B, ALTNAME_A + ALTNAME_B + NAME + MTU);
    }

    @Test
    void orderCountsAmongThoseOfOneNumber() {
        different(ALTNAME_A + ALTNAME_B, ALTNAME_B + ALTNAME_A);
        different(ALTNAME_A, ALTNAME_A + ALTNAME_A);
    }

    @Test
    void presenceAndValueCount() {
        different(MTU, "");
        different(MTU, MTU + NAME);
        different(MTU, "08000400dc050001");
        different("06000d0061000000", "05000d0061000000");
    }

    @Test
    void flagBitsAndPaddingDoNotCount() {
        same(MTU, "080004c0dc050000");
        same(NAME, "070003006c6f00ff");
        same(NAME, "070003006c6f00");
    }

    @Test
    void nestsAreComparedAsLists() {
        same("14000c00" + MTU + NAME, "14000c80" + NAME + "08000480dc050000");
        different("0c000c00" + MTU, "0c000c00" + NAME);
        different("14000c00" + ALTNAME_A + ALTNAME_B, "14000c00" + ALTNAME_B + ALTNAME_A);
    }

    @Test
    void subMessagesAreComparedAsLists() {
        String one = "24001200" + KIND + "14000200" + ID + PORT;
        String other = "24001280" + "14000280" + PORT + ID + KIND;

        same(one, other);
        different(one, "24001200" + KIND + "14000200" + ID + "06000f0012b60000");
    }

    @Test
    void subMessagesWithAHeaderAreComparedByHeaderAndList() {
        String mode = "0500140002000000";
        String header = "ff7fc00002010000";

        same(mode + "1c001500" + header + ID + PORT, mode + "1c001500" + header + PORT + "0800018001000000");
        different(mode + "14001500" + header + ID, mode + "14001500" + "ff6fc00002010000" + ID);
        different(mode + "0c001500" + header, mode + "14001500" + header + ID);
    }

    @Test
    void arraysOfNestsAreComparedInOrderAndInside() {
        String first = "14000100" + MTU + NAME;
        String firstOtherwise = "14000180" + NAME + "080004c0dc050000";
        String second = "0c000200" + MTU;

        same("24000f00" + first + second, "24000f80" + firstOtherwise + second);
        different("24000f00" + first + second, "24000f00" + second + first);
    }

    @Test
    void payloadsOfUnknownLayoutAreComparedAsBytes() {
        String unknownKind = "0700010062620000";

        different("20001200" + unknownKind + "14000200" + ID + PORT, "20001200" + unknownKind + "14000200" + PORT + ID);
        different("0c00c800" + ID, "0c00c800" + "0800018001000000");
    }

    @Test
    void bothByteOrdersOfTheMachineAreEqualWhenTheirBytesAre() {
        DemoAttributes big = DemoAttributes.link(Hex.big("00080004000005dc"));

        assertThat(big).isEqualTo(DemoAttributes.link(Hex.big("00088004000005dc")));
        assertThat(big).isNotEqualTo(DemoAttributes.link(MTU));
    }

    private static void same(String one, String other) {
        DemoAttributes first = DemoAttributes.link(one);
        DemoAttributes second = DemoAttributes.link(other);
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        assertThat(second).isEqualTo(first);
    }

    private static void different(String one, String other) {
        assertThat(DemoAttributes.link(one)).isNotEqualTo(DemoAttributes.link(other));
        assertThat(DemoAttributes.link(other)).isNotEqualTo(DemoAttributes.link(one));
    }
}
