package io.jnetlink.property.guide;

import io.jnetlink.property.CodecContract;
import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;

// contract
class PlantContractProperties implements CodecContract<Plant> {
    static final MessageArbitraries PLANTS =
            NetlinkArbitraries.ofResource(Plant.class, "garden").set("plant-attrs");

    @Override
    public MessageArbitraries messages() {
        return PLANTS;
    }

    @Override
    public Plant decode(byte[] bytes) {
        return Plant.decode(bytes);
    }

    @Override
    public byte[] encode(Plant plant) {
        return plant.encode();
    }
}
// contract
