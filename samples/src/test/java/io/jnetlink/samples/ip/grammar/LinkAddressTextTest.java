package io.jnetlink.samples.ip.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkAddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "02:00:00:00:99:01, 02:00:00:00:99:01",
        "2:3:4:5:6:7, 02:03:04:05:06:07",
        "0x2:3, 02:03",
        "1:2:3, 01:02:03",
        "0000a, 0a",
        "5z, 05",
        "10.1.2.3, 0a:01:02:03"
    })
    void readsNumbersBetweenColons(String word, String address) {
        assertThat(LinkAddressText.parse(word)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({"zz:11:22, zz", "1::2, ''", "100, 100", "1:1ff, 1ff", "-1, -1", "10.1.x.1, 10.1.x.1"})
    void namesThePartAtFault(String word, String part) {
        assertThatThrownBy(() -> LinkAddressText.parse(word))
                .isInstanceOf(CommandException.class)
                .hasMessage("\"" + part + "\" is invalid lladdr.");
    }
}
