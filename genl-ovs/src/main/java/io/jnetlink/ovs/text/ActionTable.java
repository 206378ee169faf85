package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All actions that have a name, by name and by number; output to a port has none. Immutable. */
final class ActionTable {

    private static final ActionTable INSTANCE = new ActionTable(
            List.of(
                    new UserspaceAction(),
                    new SetAction(),
                    new PushVlanAction(),
                    new BareAction("pop_vlan", ActionAttrs.POP_VLAN, ""),
                    new SampleAction(),
                    new NumberAction("recirc", ActionAttrs.RECIRC, NumberStyle.HEX),
                    new HashAction(),
                    new PushMplsAction("push_mpls", ActionAttrs.PUSH_MPLS),
                    new PopMplsAction(),
                    new ConntrackAction(),
                    new NumberAction("trunc", ActionAttrs.TRUNC, NumberStyle.DECIMAL),
                    new PushEthAction(),
                    new BareAction("pop_eth", ActionAttrs.POP_ETH, ""),
                    new BareAction("ct_clear", ActionAttrs.CT_CLEAR, ""),
                    new PushNshAction(),
                    new BareAction("pop_nsh", ActionAttrs.POP_NSH, "()"),
                    new NumberAction("meter", ActionAttrs.METER, NumberStyle.DECIMAL),
                    new CloneAction(),
                    new CheckPktLenAction(),
                    new PushMplsAction("add_mpls", ActionAttrs.ADD_MPLS),
                    new DecTtlAction(),
                    new DropAction(),
                    new PsampleAction()),
            List.of(new RefusedAction("tnl_push"), new RefusedAction("tnl_pop"), new RefusedAction("lb_output")));

    private final Map<String, ActionCodec> byName = new LinkedHashMap<>();
    private final Map<Integer, ActionCodec> byNumber = new HashMap<>();
    private final String names;

    private ActionTable(List<ActionCodec> codecs, List<ActionCodec> refused) {
        for (ActionCodec codec : codecs) {
            byName.put(codec.name(), codec);
            byNumber.put(codec.attribute(), codec);
        }
        names = String.join(", ", byName.keySet());
        byNumber.put(ActionAttrs.SET_MASKED, new SetMaskedAction());
        refused.forEach(codec -> byName.put(codec.name(), codec));
    }

    static ActionTable get() {
        return INSTANCE;
    }

    @Nullable
    ActionCodec byName(String name) {
        return byName.get(name);
    }

    @Nullable
    ActionCodec byNumber(int attribute) {
        return byNumber.get(attribute);
    }

    /** All names, for telling what could have stood somewhere. */
    String names() {
        return names;
    }
}
