package io.jnetlink.property;

import io.jnetlink.message.MessageValidator;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The families that the kit is tried on, and jnetlink's validator as their decoder. */
final class Families {

    /** A spec of the model's tests that has every construct of the language. */
    private static final Path WEATHER = Path.of(System.getProperty("basedir", "."))
            .resolve("../model/src/test/resources/io/jnetlink/spec/weather-raw.yaml");

    private Families() {}

    static NetlinkArbitraries harbour() {
        return NetlinkArbitraries.ofResource(Families.class, "harbour");
    }

    static List<NetlinkArbitraries> all() {
        return List.of(
                harbour(), NetlinkArbitraries.ofResource(Families.class, "garden"), NetlinkArbitraries.ofSpec(WEATHER));
    }

    /** Every set and every operation of all families. */
    static List<MessageArbitraries> subjects() {
        List<MessageArbitraries> subjects = new ArrayList<>();
        for (NetlinkArbitraries family : all()) {
            family.family().attributeSets().stream()
                    .map(AttributeSetIr::name)
                    .map(family::set)
                    .forEach(subjects::add);
            family.operations().stream().map(family::operation).forEach(subjects::add);
        }
        return subjects;
    }

    /** The bytes, if jnetlink's validator lets them pass. */
    static byte[] validated(WireMessage message) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(message.bytes());
        MessageValidator.check(message.schema(), buffer, 0, message.length());
        return message.bytes();
    }
}
