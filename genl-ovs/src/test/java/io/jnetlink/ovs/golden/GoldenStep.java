package io.jnetlink.ovs.golden;

import java.util.List;
import java.util.Map;

/**
 * A recorded step: commands that were run, and what they made go over netlink.
 *
 * @param id capture and step
 * @param area kind of step
 * @param commands the shell commands
 * @param requests in the order of sending
 * @param exit status of the last command
 * @param families numbers of the generic families, by name
 */
public record GoldenStep(
        String id,
        String area,
        List<String> commands,
        List<GoldenRequest> requests,
        int exit,
        Map<String, Integer> families) {}
