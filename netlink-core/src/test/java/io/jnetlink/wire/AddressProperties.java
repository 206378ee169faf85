package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AddressProperties {

    /** Half of the groups are zero, so that runs of them are common. */
    @Provide
    Arbitrary<byte[]> v6() {
        Arbitrary<Integer> group = Arbitraries.oneOf(
                Arbitraries.of(0, 0xffff, 1),
                Arbitraries.just(0),
                Arbitraries.integers().between(0, 0xffff));
        return group.list().ofSize(8).map(groups -> {
            byte[] bytes = new byte[16];
            for (int i = 0; i < 8; i++) {
                bytes[2 * i] = (byte) (groups.get(i) >> 8);
                bytes[2 * i + 1] = (byte) (int) groups.get(i);
            }
            return bytes;
        });
    }

    @Provide
    Arbitrary<String> nearlyAddresses() {
        return Combinators.combine(
                        Arbitraries.strings().withChars("0123456789abcdefF:.%g").ofMaxLength(20),
                        Arbitraries.of("", "::", ":", "1.2.3.4", "::ffff:"))
                .as((text, other) -> other + text);
    }

    @Property
    void v6TextIsReadBackByUsAndByTheJdk(@ForAll("v6") byte[] bytes) throws UnknownHostException {
        IpAddress address = IpAddress.of(bytes);

        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        assertThat(InetAddress.getByName(address.toString())).isEqualTo(address.toInetAddress());
    }

    @Property
    void theJdksTextIsReadToTheSameAddress(@ForAll("v6") byte[] bytes) throws UnknownHostException {
        InetAddress address = Inet6Address.getByAddress(null, bytes, -1);

        assertThat(IpAddress.parse(address.getHostAddress()).toByteArray()).isEqualTo(bytes);
        assertThat(IpAddress.of(address)).isEqualTo(IpAddress.of(bytes));
    }

    @Property
    void v6TextIsAsShortAsItCanBe(@ForAll("v6") byte[] bytes) {
        String text = IpAddress.of(bytes).toString();

        assertThat(text).doesNotContain(":::").isLowerCase().doesNotMatch(".*(^|:)0[0-9a-f].*");
        assertThat(text.split("::", -1).length).isLessThanOrEqualTo(2);
        if (!text.contains("::")) {
            assertThat(text).doesNotMatch(".*(^|:)0:0(:|$).*");
        }
    }

    @Property
    void v4TextIsThatOfTheJdk(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        IpAddress address = IpAddress.of(bytes);

        assertThat(address.toString()).isEqualTo(InetAddress.getByAddress(bytes).getHostAddress());
        assertThat(IpAddress.parse(address.toString())).isEqualTo(address).hasSameHashCodeAs(address);
    }

    @Property
    void parsingGivesAnAddressOrARefusal(@ForAll("nearlyAddresses") String text) {
        try {
            IpAddress address = IpAddress.parse(text);
            assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        } catch (InvalidFieldException e) {
            assertThat(e.value()).contains(text);
        }
    }

    @Property
    void orderAgreesWithEquality(@ForAll("v6") byte[] first, @ForAll("v6") byte[] second) {
        IpAddress a = IpAddress.of(first);
        IpAddress b = IpAddress.of(second);

        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    }

    @Property
    void hardwareAddressesAreReadBack(@ForAll @Size(min = 1, max = 32) byte[] bytes, @ForAll boolean dashes) {
        HardwareAddress address = HardwareAddress.of(bytes);
        String text = dashes ? address.toString().replace(':', '-') : address.toString();

        assertThat(HardwareAddress.parse(text)).isEqualTo(address).hasSameHashCodeAs(address);
        assertThat(address.length()).isEqualTo(bytes.length);
        assertThat(address.toByteArray()).isEqualTo(bytes);
    }

    @Property
    void rawAttributesAreEqualByTypeAndBytes(
            @ForAll @IntRange(max = 0xffff) int type, @ForAll @Size(max = 3) byte[] first, @ForAll byte other) {
        RawAttribute attribute = new RawAttribute(type, first);

        assertThat(attribute)
                .isEqualTo(new RawAttribute(type, first.clone()))
                .hasSameHashCodeAs(new RawAttribute(type, first));
        assertThat(attribute).isNotEqualTo(new RawAttribute(type ^ 1, first));
        assertThat(attribute).isNotEqualTo(new RawAttribute(type, new byte[] {other, other, other, other}));
        assertThat(attribute.type()).isEqualTo(type & 0x3fff);
        assertThat(attribute.rawType()).isEqualTo(type);
        assertThat(attribute.payload()).isEqualTo(first);
    }
}
