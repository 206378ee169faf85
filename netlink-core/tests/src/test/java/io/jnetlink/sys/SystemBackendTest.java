package io.jnetlink.sys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemBackendTest {

    @Test
    void otherSystemsAreToldWhy() {
        assertThat(SystemBackend.reasonAgainst("Mac OS X", "64"))
                .isEqualTo("this is Mac OS X, and netlink exists on Linux only");
        assertThat(SystemBackend.reasonAgainst("", "64")).startsWith("this is an unknown system");
        assertThat(SystemBackend.reasonAgainst("Linux", "32")).startsWith("this is a 32-bit Java");
        assertThat(SystemBackend.reasonAgainst("Linux", "64")).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxHasABackend() {
        BackendAvailability availability = Syscalls.availability();

        assertThat(availability.isAvailable()).isTrue();
        assertThat(availability.cause()).isEmpty();
        assertThat(availability).hasToString("available: jnr (jffi)");
        assertThat(Syscalls.system()).isSameAs(Syscalls.system());
    }

    @Test
    void unavailabilityCarriesItsCause() {
        Throwable cause = new UnsatisfiedLinkError("no natives");
        BackendAvailability availability = BackendAvailability.unavailable("the library did not load", cause);

        assertThat(availability.isAvailable()).isFalse();
        assertThat(availability.cause()).containsSame(cause);
        assertThat(availability).hasToString("unavailable: the library did not load");
    }
}
