package io.jnetlink.property.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.property.AttributesOf;
import io.jnetlink.property.BodyOf;
import io.jnetlink.property.Broken;
import io.jnetlink.property.MalformedKind;
import io.jnetlink.property.MalformedMessage;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkDomain;
import io.jnetlink.property.NetlinkProperties;
import io.jnetlink.property.WireMessage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

class PlantDomainProperties {

    static class Garden extends NetlinkDomain {
        Garden() {
            super(NetlinkArbitraries.ofResource(Plant.class, "garden"));
        }
    }

    @Property(tries = 100)
    @Domain(Garden.class)
    void bodiesAreDrawn(@ForAll @BodyOf("plant-add") WireMessage plant) {
        assertThat(plant.name()).isEqualTo("plant-add");
        NetlinkProperties.roundTrips(plant, Plant::decode, Plant::encode);
    }

    @Property(tries = 100)
    @Domain(Garden.class)
    void withoutASetAnyOperationIsDrawn(@ForAll WireMessage plant) {
        assertThat(plant.name()).isEqualTo("plant-add");
    }

    @Property(tries = 100)
    @Domain(Garden.class)
    void theKindIsTheOneAskedFor(
            @ForAll @AttributesOf("plant-attrs") @Broken({MalformedKind.TRUNCATED, MalformedKind.SHORT_PAYLOAD})
                    MalformedMessage plant) {
        assertThat(plant.kind()).isIn(MalformedKind.TRUNCATED, MalformedKind.SHORT_PAYLOAD);
        assertThat(plant.broken().name()).isEqualTo("plant-attrs");
        NetlinkProperties.rejectsMalformed(plant, Plant::decode);
    }

    @Property(tries = 100)
    @Domain(Garden.class)
    @Domain(DomainContext.Global.class)
    void otherParametersMayStandBeside(@ForAll MalformedMessage plant, @ForAll int number) {
        assertThat(plant.original().name()).isEqualTo("plant-add");
        assertThat(plant.kind()).isNotEqualTo(MalformedKind.SHORT_HEADER);
    }
}
