package io.jnetlink.samples.ovs.limit;

import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.List;

/**
 * A command that only datapaths in user space understand: fails as {@code ovs-dpctl} does over the kernel.
 *
 * <p>Immutable.
 *
 * @param complaint what could not be done
 */
public record UserSpaceOnly(String complaint) implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        throw JovsException.of(complaint, Errno.EOPNOTSUPP, "only datapaths in user space know this command");
    }
}
