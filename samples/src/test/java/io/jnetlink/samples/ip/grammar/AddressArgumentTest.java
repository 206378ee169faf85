package io.jnetlink.samples.ip.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressArgumentTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10, 1, 2, 3",
        "10.1.2, 10, 1, 2, 0",
        "10, 10, 0, 0, 0",
        "0x0a.010.2.3, 10, 8, 2, 3",
        "255.255.255.255, -1, -1, -1, -1"
    })
    void fillsUpShortIpv4Addresses(String word, byte a, byte b, byte c, byte d) {
        AddressArgument address = AddressArgument.parse(word, AddressArgument.UNSPECIFIED);

        assertThat(address.toByteArray()).containsExactly(a, b, c, d);
        assertThat(address.family()).isEqualTo(AddressArgument.INET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.",
                "10.1.2.3.4",
                "300.1.1.1",
                "10.1.1.1/24",
                "host",
                "1:2",
                ":::",
                "10..1",
                "fe80::1%eth0"
            })
    void refusesWhatIsNoAddress(String word) {
        assertThatThrownBy(() -> AddressArgument.parse(word, AddressArgument.UNSPECIFIED))
                .isInstanceOfSatisfying(CommandException.class, e -> {
                    assertThat(e.status()).isEqualTo(1);
                    assertThat(e.text())
                            .isEqualTo("Error: any valid address is expected rather than \"" + word + "\".");
                });
    }

    @Test
    void insistsOnTheFamilyThatIsKnown() {
        assertThatThrownBy(() -> AddressArgument.parse("10.0.0.1", AddressArgument.INET6))
                .hasMessage("Error: inet6 address is expected rather than \"10.0.0.1\".");
        assertThatThrownBy(() -> AddressArgument.parse("::1", AddressArgument.INET))
                .hasMessage("Error: inet address is expected rather than \"::1\".");
    }

    @Test
    void tellsMulticastFromUnicast() {
        assertThat(AddressArgument.parse("239.1.1.1", 0).isMulticast()).isTrue();
        assertThat(AddressArgument.parse("ff05::1", 0).isMulticast()).isTrue();
        assertThat(AddressArgument.parse("10.1.1.1", 0).isUnicast()).isTrue();
        assertThat(AddressArgument.parse("::", 0).isUnicast()).isTrue();
        assertThat(AddressArgument.none().isUnicast()).isFalse();
        assertThat(AddressArgument.none().isMulticast()).isFalse();
    }

    @Test
    void anyIsAnAddressWithoutBytesOnceTheFamilyIsKnown() {
        AddressArgument any = AddressArgument.parse("any", AddressArgument.INET);

        assertThat(any.isUnicast()).isTrue();
        assertThat(any.toByteArray()).isEmpty();
        assertThat(AddressArgument.parse("any", AddressArgument.UNSPECIFIED).isInet())
                .isFalse();
    }

    @Test
    void defaultIsTheZeroAddress() {
        assertThat(AddressArgument.parse("default", AddressArgument.INET6).toByteArray())
                .isEqualTo(new byte[16]);
        assertThat(AddressArgument.parse("default", AddressArgument.UNSPECIFIED).isInet())
                .isFalse();
    }
}
