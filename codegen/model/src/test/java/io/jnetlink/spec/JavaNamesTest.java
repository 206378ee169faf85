package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "linkinfo-vxlan-attrs,LinkinfoVxlanAttrs,linkinfoVxlanAttrs,LINKINFO_VXLAN_ATTRS",
        "6rd-prefix,_6rdPrefix,_6rdPrefix,_6RD_PREFIX",
        "new,New,new_,NEW",
        "length,Length,length_,LENGTH",
        "--kernel-timespec,KernelTimespec,kernelTimespec,KERNEL_TIMESPEC",
        "IFLA_MTU,IflaMtu,iflaMtu,IFLA_MTU",
        "ifi_index,IfiIndex,ifiIndex,IFI_INDEX"
    })
    void namesAreCut(String specName, String type, String member, String constant) {
        assertThat(JavaNames.type(specName)).isEqualTo(type);
        assertThat(JavaNames.member(specName)).isEqualTo(member);
        assertThat(JavaNames.constant(specName)).isEqualTo(constant);
    }

    @Test
    void prefixesJoin() {
        assertThat(JavaNames.prefixed("has", "portRange")).isEqualTo("hasPortRange");
        assertThat(JavaNames.prefixed("has", "_6rdPrefix")).isEqualTo("has6rdPrefix");
    }

    @Test
    void aNameNeedsALetterOrDigit() {
        assertThatThrownBy(() -> JavaNames.type("--")).isInstanceOf(IllegalArgumentException.class);
    }
}
