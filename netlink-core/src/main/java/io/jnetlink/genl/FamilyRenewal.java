package io.jnetlink.genl;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.TypeRenewal;

/**
 * Looks a family up that the kernel does not seem to know by its old number.
 *
 * <p>Thread-safe.
 *
 * @param edition of the table when it is asked
 */
record FamilyRenewal(String family, FamilyTable table, long edition)
        implements TypeRenewal<Controller.Reply, Controller.Reply> {

    @Override
    public Request<Controller.Reply, Controller.Reply> question() {
        return Request.of(Controller.GETFAMILY, Controller.byName(family));
    }

    @Override
    public int typeIn(Controller.Reply answer) {
        GenericFamily found = answer.family();
        table.put(found, edition);
        return found.id();
    }

    @Override
    public NetlinkException absent(NotFoundException answer) {
        table.remove(family);
        return new UnknownFamilyException(family, answer);
    }
}
