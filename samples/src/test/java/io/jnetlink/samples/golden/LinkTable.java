package io.jnetlink.samples.golden;

import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The links of a kernel in memory, each as the RTM_NEWLINK that describes it.
 *
 * <p>Immutable.
 */
final class LinkTable {

    private static final int IFF_UP = 0x1;

    private final Map<Integer, byte[]> byIndex;
    private final Map<String, Integer> byName;
    /** Links that a dump leaves out. */
    private final Set<Integer> unlisted;

    private LinkTable(Map<Integer, byte[]> byIndex, Map<String, Integer> byName, Set<Integer> unlisted) {
        this.byIndex = byIndex;
        this.byName = byName;
        this.unlisted = unlisted;
    }

    /** A table without links. */
    static LinkTable empty() {
        return new LinkTable(Map.of(), Map.of(), Set.of());
    }

    /** Links known by no more than their names and indexes; each is Ethernet, so it has an address of six bytes. */
    static LinkTable ofNames(Map<String, Integer> indexes) {
        LinkTable table = empty();
        for (Map.Entry<String, Integer> link : indexes.entrySet()) {
            table = table.with(plain(link.getKey(), link.getValue()));
        }
        return table;
    }

    /** The links that a record says were there, by all their names. */
    static LinkTable before(GoldenRecord record) {
        LinkTable table = ofNames(record.linksBefore());
        for (String command : record.setup()) {
            String[] words = command.split(" ");
            if (command.startsWith("ip link property add dev ")) {
                table = table.withAlias(words[7], words[5]);
            }
        }
        return table;
    }

    /** The same table with the link of that name up. */
    LinkTable withUp(String name) {
        byte[] copy = byIndex.get(byName.get(name)).clone();
        new RawMessage(copy).buffer().putU32(MessageHeader.SIZE + 8, IFF_UP);
        return with(copy);
    }

    /** The same table with a link that dumps leave out; one that is there already stays as it is. */
    LinkTable withUnlisted(byte[] newlink) {
        int index = new RawMessage(newlink).linkIndex();
        if (byIndex.containsKey(index) && !unlisted.contains(index)) {
            return this;
        }
        LinkTable wider = with(newlink);
        Set<Integer> hidden = new HashSet<>(unlisted);
        hidden.add(index);
        return new LinkTable(wider.byIndex, wider.byName, hidden);
    }

    /** The same table with a link added, or described anew, by an RTM_NEWLINK. */
    LinkTable with(byte[] newlink) {
        RawMessage message = new RawMessage(newlink);
        Map<Integer, byte[]> links = new LinkedHashMap<>(byIndex);
        Map<String, Integer> names = new LinkedHashMap<>(byName);
        int index = message.linkIndex();
        links.put(index, newlink);
        names.values().removeIf(known -> known == index);
        message.attribute(RawMessage.IFLA_IFNAME).ifPresent(name -> names.put(text(name), index));
        for (byte[] name : message.nested(RawMessage.IFLA_PROP_LIST, RawMessage.IFLA_ALT_IFNAME)) {
            names.put(text(name), index);
        }
        Set<Integer> hidden = new HashSet<>(unlisted);
        hidden.remove(index);
        return new LinkTable(links, names, hidden);
    }

    /** The answer to an RTM_GETLINK: datagrams without sequence number and port id. */
    Optional<List<byte[]>> answer(RawMessage request) {
        if ((request.flags() & MessageFlags.DUMP) == MessageFlags.DUMP) {
            List<byte[]> datagrams = new ArrayList<>();
            byIndex.forEach((index, link) -> {
                if (!unlisted.contains(index)) {
                    datagrams.add(multipart(link));
                }
            });
            datagrams.add(done());
            return Optional.of(datagrams);
        }
        return find(request).map(List::of);
    }

    private Optional<byte[]> find(RawMessage request) {
        if (request.linkIndex() > 0) {
            return Optional.ofNullable(byIndex.get(request.linkIndex()));
        }
        return request.attribute(RawMessage.IFLA_IFNAME)
                .or(() -> request.attribute(RawMessage.IFLA_ALT_IFNAME))
                .map(name -> byName.get(text(name)))
                .map(byIndex::get);
    }

    private LinkTable withAlias(String alias, String name) {
        Map<String, Integer> names = new LinkedHashMap<>(byName);
        Integer index = names.get(name);
        if (index != null) {
            names.put(alias, index);
        }
        return new LinkTable(byIndex, names, unlisted);
    }

    private static byte[] plain(String name, int index) {
        MessageWriter writer = MessageWriter.onHeap();
        int mark = writer.beginMessage(RawMessage.RTM_NEWLINK, 0, 0, 0);
        int header = writer.appendZeros(RawMessage.LINK_HEADER_BYTES);
        writer.buffer().putU32(header + 4, index);
        writer.putText(RawMessage.IFLA_IFNAME, name, true);
        writer.putU32(RawMessage.IFLA_MTU, 1500, ByteOrder.nativeOrder());
        writer.putBytes(RawMessage.IFLA_ADDRESS, new byte[] {2, 0, 0, 0, 0, (byte) index});
        writer.endMessage(mark);
        return writer.toByteArray();
    }

    private static String text(byte[] terminated) {
        int length = terminated.length;
        while (length > 0 && terminated[length - 1] == 0) {
            length--;
        }
        return new String(terminated, 0, length, StandardCharsets.UTF_8);
    }

    private static byte[] multipart(byte[] message) {
        byte[] copy = message.clone();
        new RawMessage(copy).buffer().putU16(6, MessageFlags.MULTI);
        return copy;
    }

    private static byte[] done() {
        MessageWriter writer = MessageWriter.onHeap();
        int mark = writer.beginMessage(MessageHeader.DONE, MessageFlags.MULTI, 0, 0);
        writer.appendZeros(4);
        writer.endMessage(mark);
        return writer.toByteArray();
    }
}
