package io.jnetlink.property.guide;

import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkProperties;
import io.jnetlink.property.WireMessage;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

// guide
class PlantProperties {
    final MessageArbitraries plants =
            NetlinkArbitraries.ofResource(Plant.class, "garden").set("plant-attrs");

    @Property
    void whatIsReadIsWrittenAgain(@ForAll("wellFormed") WireMessage plant) {
        NetlinkProperties.roundTrips(plant, Plant::decode, Plant::encode);
    }

    @Property
    void plantsAreSentAsTheSpecSays(@ForAll @IntRange(min = 1, max = 2000) int height) {
        byte[] sent = Plant.of("rose", height, 1).encode();
        NetlinkProperties.conforms(plants.of(sent), plants.family());
    }

    @Provide
    Arbitrary<WireMessage> wellFormed() {
        return plants.wellFormed();
    }
}
// guide
