package io.jnetlink.property.guide;

import io.jnetlink.property.MalformedMessage;
import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkProperties;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

// more
class MorePlantProperties {
    final MessageArbitraries plants =
            NetlinkArbitraries.ofResource(Plant.class, "garden").set("plant-attrs");

    @Property
    void malformedPlantsAreRefused(@ForAll("rejectable") MalformedMessage plant) {
        NetlinkProperties.rejectsMalformed(plant, Plant::decode);
    }

    @Example
    void aRoseIsARose() {
        String golden = "09000100 726f7365 00000000 08000200 50000000 05000300 01000000";
        NetlinkProperties.matchesBytes(
                plants.of(golden), Plant.of("rose", 80, 1).encode());
    }

    @Provide
    Arbitrary<MalformedMessage> rejectable() {
        return plants.rejectable();
    }
}
// more
