package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.ActionAttrsReader;
import io.jnetlink.ovs.flow.FlowAttrsReader;
import io.jnetlink.ovs.flow.KeyAttrsReader;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes flows as {@code ovs-dpctl} does.
 *
 * <p>Immutable; thread-safe as far as the port names are. Attributes that are read come in the order of the text, and
 * are the bytes that {@code ovs-dpctl} sends for it. Text that is written can be read again; what verbose text leaves
 * out, such as values of which no bit counts, is lost.
 *
 * <p>Beyond what Open vSwitch reads: prefix lengths behind IP addresses, {@code *} for a value that does not count,
 * a mask on {@code recirc_id}, all actions in the form in which they are printed, {@code drop} as the empty list that it
 * stands for, and {@code key99(01 02/ff ff)} and {@code action99(01 02)} for attributes without a name. Numbers that do
 * not fit are refused, never cut.
 */
public final class FlowText {

    private final TextContext context;

    private FlowText(TextContext context) {
        this.context = context;
    }

    /** Text as {@code dump-flows} prints it: only what counts, ports as numbers. */
    public static FlowText brief() {
        return new FlowText(new TextContext(PortNames.none(), PortNames.none(), false, 0));
    }

    /** Text as {@code dump-flows -m} prints it: everything the kernel tells, ports as numbers. */
    public static FlowText verbose() {
        return new FlowText(new TextContext(PortNames.none(), PortNames.none(), true, 0));
    }

    /** The same with names of ports, as {@code --names} prints them; they are read too. */
    public FlowText withNames(PortNames names) {
        return new FlowText(new TextContext(names, names, context.verbose(), 0));
    }

    /** The same, where names of ports are understood but not written. */
    public FlowText acceptingNames(PortNames names) {
        return new FlowText(new TextContext(names, context.printed(), context.verbose(), 0));
    }

    /**
     * Reads {@code [ufid:…,]in_port(1),eth(src=…,dst=…),…}.
     *
     * @throws FlowSyntaxException if the text is no match
     */
    public FlowMatch parseMatch(String text) {
        return parseMatch(new TextCursor(text));
    }

    private FlowMatch parseMatch(TextCursor in) {
        try {
            return MatchText.parse(in, context);
        } catch (InvalidFieldException e) {
            throw tooLong(in);
        }
    }

    /**
     * Reads {@code set(ipv4(ttl=63)),2}; {@code drop} and nothing at all are the empty list.
     *
     * @throws FlowSyntaxException if the text is no list of actions
     */
    public ActionAttrs parseActions(String text) {
        return parseActions(new TextCursor(text));
    }

    private ActionAttrs parseActions(TextCursor in) {
        MessageWriter out = MessageWriter.onHeap();
        try {
            ActionsText.parse(in, "", out, context);
        } catch (InvalidFieldException e) {
            throw tooLong(in);
        }
        byte[] bytes = out.toByteArray();
        if (bytes.length > Attributes.MAX_PAYLOAD) {
            throw tooLong(in);
        }
        try {
            return ActionAttrs.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        } catch (MalformedMessageException e) {
            throw in.failure("attributes in their own form (" + e.getMessage() + ")");
        }
    }

    private static FlowSyntaxException tooLong(TextCursor in) {
        return in.failure("no more than " + Attributes.MAX_PAYLOAD + " bytes in one attribute");
    }

    /**
     * Reads a line of {@code dump-flows} back, with or without {@code -m}.
     *
     * @throws FlowSyntaxException if the text is no such line
     */
    public FlowLine parseLine(String line) {
        int end = line.indexOf(LineText.STATS);
        FlowMatch match = parseMatch(new TextCursor(line, 0, end < 0 ? line.length() : end));
        LineText rest = LineText.parse(line, end < 0 ? line.length() : end);
        StatsText stats = rest.stats();
        return new FlowLine(
                match,
                stats.packets(),
                stats.bytes(),
                stats.usedMillisAgo(),
                stats.tcpFlags(),
                parseActions(rest.actions()));
    }

    /**
     * Writes keys.
     *
     * @param mask which of their bits count; null if all do
     */
    public String match(KeyAttrsReader key, @Nullable KeyAttrsReader mask) {
        StringBuilder out = new StringBuilder();
        appendMatch(out, key.toByteArray(), mask == null ? null : mask.toByteArray());
        return out.toString();
    }

    private void appendMatch(StringBuilder out, byte[] key, byte @Nullable [] mask) {
        MatchText.format(out, key, mask == null || mask.length == 0 ? null : mask, context);
    }

    /** Writes actions; {@code drop} if there are none. */
    public String actions(ActionAttrsReader actions) {
        StringBuilder out = new StringBuilder();
        ActionsText.format(out, actions.toByteArray(), context);
        return out.toString();
    }

    /**
     * Writes a flow as a line of {@code dump-flows}, without a line feed.
     *
     * @param monotonicMillis milliseconds of {@code CLOCK_MONOTONIC}, from which {@code used:} is counted
     */
    public String line(FlowAttrsReader flow, long monotonicMillis) {
        StringBuilder out = new StringBuilder();
        if (context.verbose() && flow.hasUfid()) {
            out.append("ufid:").append(Ufid.of(flow.ufid())).append(", ");
        }
        byte[] key = flow.hasKey() ? flow.key().toByteArray() : new byte[0];
        appendMatch(out, key, flow.hasMask() ? flow.mask().toByteArray() : null);
        StatsText.of(flow, monotonicMillis).format(out.append(", "));
        out.append(context.verbose() ? ", dp:ovs, actions:" : ", actions:");
        byte[] actions = flow.hasActions() ? flow.actions().toByteArray() : new byte[0];
        ActionsText.format(out, actions, context);
        return out.toString();
    }

    /**
     * Writes the counters of a flow: {@code packets:0, bytes:0, used:never}.
     *
     * @param monotonicMillis milliseconds of {@code CLOCK_MONOTONIC}, from which {@code used:} is counted
     */
    public String stats(FlowAttrsReader flow, long monotonicMillis) {
        StringBuilder out = new StringBuilder();
        StatsText.of(flow, monotonicMillis).format(out);
        return out.toString();
    }
}
