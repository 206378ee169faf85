package io.jnetlink.observe;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.wire.NetlinkBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every message into the log at debug level, one block of text each: the header in one line, and what the message
 * says under it.
 *
 * <p>Thread-safe; one may serve several clients of the same protocol. While the logger's debug level is off, a message costs
 * the question whether it is on, and nothing else.
 *
 * <pre>{@code
 * NetlinkConfig.builder(SocketOptions.route()).observer(DebugLog.of(RtLinkSchema.FAMILY)).build();
 * }</pre>
 */
public final class DebugLog implements MessageObserver {

    /** The logger that is written to unless another is given. */
    public static final String LOGGER_NAME = "io.jnetlink.messages";

    private final Logger logger;
    private final MessageDescriber describer;

    private DebugLog(Logger logger, MessageDescriber describer) {
        this.logger = logger;
        this.describer = describer;
    }

    /**
     * Writes to the logger {@value #LOGGER_NAME}.
     *
     * @param families whose messages are shown by name; others are shown in hexadecimal
     * @throws IllegalArgumentException if they belong to several netlink protocols
     */
    public static DebugLog of(FamilySchema... families) {
        return to(LoggerFactory.getLogger(LOGGER_NAME), families);
    }

    /**
     * Writes to a logger of the caller's.
     *
     * @param families whose messages are shown by name; others are shown in hexadecimal
     * @throws IllegalArgumentException if they belong to several netlink protocols
     */
    public static DebugLog to(Logger logger, FamilySchema... families) {
        return new DebugLog(logger, MessageDescriber.of(families));
    }

    @Override
    public void sent(NetlinkBuffer buffer, int offset, int length) {
        if (logger.isDebugEnabled()) {
            write("sent", MessageDirection.TO_KERNEL, buffer, offset, length);
        }
    }

    @Override
    public void received(NetlinkBuffer buffer, int offset, int length) {
        if (logger.isDebugEnabled()) {
            write("received", MessageDirection.FROM_KERNEL, buffer, offset, length);
        }
    }

    private void write(String verb, MessageDirection direction, NetlinkBuffer buffer, int offset, int length) {
        logger.debug(
                "{} {}",
                verb,
                describer.describe(direction, buffer, offset, length).toText());
    }
}
