package io.jnetlink.ovs.generated;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.BodyDecoder;
import io.jnetlink.message.MessageBody;
import io.jnetlink.ovs.ctlimit.CtLimitMessage;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.flow.FlowMessage;
import io.jnetlink.ovs.meter.MeterMessage;
import io.jnetlink.ovs.packet.PacketMessage;
import io.jnetlink.ovs.vport.VportMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The six families: each has one shape of body for all its messages. Stateless. */
final class OvsFamilies {

    private static final Map<String, BodyDecoder<? extends MessageBody>> DECODERS = Map.of(
            "ovs_datapath", DatapathMessage::decode,
            "ovs_vport", VportMessage::decode,
            "ovs_flow", FlowMessage::decode,
            "ovs_packet", PacketMessage::decode,
            "ovs_meter", MeterMessage::decode,
            "ovs_ct_limit", CtLimitMessage::decode);

    private OvsFamilies() {}

    /** The names of the families. */
    static Set<String> names() {
        return DECODERS.keySet();
    }

    /** The decoder of a family's bodies. */
    static BodyDecoder<? extends MessageBody> decoder(String family) {
        BodyDecoder<? extends MessageBody> decoder = DECODERS.get(family);
        if (decoder == null) {
            throw new IllegalArgumentException("no family " + family);
        }
        return decoder;
    }

    /** The attributes of a body. */
    static AttributeReader attributes(MessageBody body) {
        if (body instanceof DatapathMessage datapath) {
            return datapath.attributes();
        } else if (body instanceof VportMessage vport) {
            return vport.attributes();
        } else if (body instanceof FlowMessage flow) {
            return flow.attributes();
        } else if (body instanceof PacketMessage packet) {
            return packet.attributes();
        } else if (body instanceof MeterMessage meter) {
            return meter.attributes();
        }
        return ((CtLimitMessage) body).attributes();
    }

    /** The spec of a family. */
    static Path spec(String family) {
        return Path.of(System.getProperty("basedir", "."), "src/main/netlink", family + ".yaml");
    }
}
