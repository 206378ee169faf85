package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Lets the installed {@code ip} make devices in a fresh network namespace and holds what {@code jip} prints of each against what
 * {@code ip} prints, character for character, in text and in JSON.
 *
 * <p>Nothing is left out: it is the same device within the same few milliseconds, and no device that counts traffic is viewed with
 * its statistics.
 */
@InNetworkNamespace(limitSeconds = 120)
class LiveShowKernelTest {

    /** What follows {@code ip link add vx0}; the underlay is {@code under0}. */
    private static final List<String> DEVICES = List.of(
            "type vxlan id 1111 dstport 5799 remote 198.51.100.20 local 198.51.100.10 dev under0",
            "type vxlan id 0 dstport 4789",
            "type vxlan id 16777215 dstport 0",
            "type vxlan id 7 dstport 4789 group 239.9.8.7 dev under0 ttl 5",
            "type vxlan id 7 dstport 4789 group ff0e::9:8:7 dev under0 ttl inherit",
            "type vxlan id 7 dstport 4789 remote 2001:db8:a::20 local 2001:db8:a::10 flowlabel 0x12345",
            "type vxlan id 7 dstport 4789 remote fe80::20 local fe80::10 dev under0",
            "type vxlan id 7 dstport 4789 remote ::ffff:198.51.100.20",
            "type vxlan id 7 dstport 4789 local ::",
            "type vxlan id 7 dstport 4789 tos inherit",
            "type vxlan id 7 dstport 4789 tos 0xb8 df set",
            "type vxlan id 7 dstport 4789 tos 0x3 df inherit",
            "type vxlan id 7 dstport 4789 df unset ttl auto",
            "type vxlan id 7 dstport 4789 ageing none maxaddress unlimited",
            "type vxlan id 7 dstport 4789 ageing 4294967295 maxaddress 4294967295",
            "type vxlan id 7 dstport 4789 srcport 1 65535",
            "type vxlan id 7 dstport 4789 nolearning proxy rsc l2miss l3miss",
            "type vxlan id 7 dstport 4789 noudpcsum udp6zerocsumtx udp6zerocsumrx",
            "type vxlan id 7 dstport 4789 remcsumtx remcsumrx",
            "type vxlan id 7 dstport 4789 gbp",
            "type vxlan external dstport 4789",
            "type vxlan external gbp dstport 4789 nolearning",
            "type vxlan external gpe",
            "type vxlan external vnifilter dstport 4789",
            "type vxlan external dstport 4789 local 198.51.100.10 dev under0 ttl inherit",
            "mtu 1280 address 02:00:00:00:00:99 txqueuelen 7 numtxqueues 3 type vxlan id 7 dstport 4789",
            "index 4321 numrxqueues 2 type vxlan id 7 dstport 4789");

    /** Commands that view one device that counts nothing. */
    private static final List<String> VIEWS = List.of(
            "-d link show dev vx0",
            "-d -j link show dev vx0",
            "link show dev vx0",
            "link show vx0",
            "-j link show dev vx0",
            "-j -p -d link show dev vx0",
            "-d -d link show dev vx0",
            "-s link show dev vx0",
            "-s -s link show dev vx0",
            "-s -d link show dev vx0",
            "-s -j link show dev vx0",
            "-s -s -j link show dev vx0",
            "-o link show dev vx0",
            "-o -d link show dev vx0",
            "-br link show dev vx0",
            "-br -j link show dev vx0",
            "-6 -d link show dev vx0");

    /** Commands that view many devices, or none. */
    private static final List<String> LISTS = List.of(
            "link show",
            "link",
            "-d link show",
            "-d -j link show",
            "-j link",
            "-o link show",
            "-br link show",
            "-d link show type vxlan",
            "-d -j link show type vxlan",
            "link show type veth",
            "link show up",
            "-j link show up",
            "link show master br0",
            "-j link show master br0",
            "link show nomaster",
            "link show group default",
            "link show dev missing0",
            "-j link show dev missing0",
            "-d link show dev alias-of-vxlan-device",
            "link show type vxlan up",
            "-d link show dev lo",
            "-d link show dev under0",
            "-d link show dev vx2",
            "-d -j link show dev vx2");

    @Test
    void printsEveryKindOfVxlanDeviceAsIpDoes(NamespaceShell shell) {
        InstalledIp ip = new InstalledIp(shell);
        JipProgram jip = jipLike(ip);
        ip.makeUnderlay();
        List<String> differences = new ArrayList<>();
        for (String device : DEVICES) {
            ip.mustRun("link add vx0 " + device);
            for (String view : VIEWS) {
                difference(ip, jip, view).ifPresent(found -> differences.add(device + "\n" + found));
            }
            ip.mustRun("link del vx0");
        }
        report("views of one device", DEVICES.size() * VIEWS.size(), differences);
    }

    @Test
    void listsAndFiltersAsIpDoes(NamespaceShell shell) {
        InstalledIp ip = new InstalledIp(shell);
        JipProgram jip = jipLike(ip);
        ip.makeUnderlay();
        ip.mustRun("link add br0 address 02:00:00:00:00:bb type bridge");
        ip.mustRun("link add vx0 type vxlan id 1 dstport 4789");
        ip.mustRun("link add vx1 type vxlan id 2 dstport 4790 group 239.1.1.1 dev under0");
        ip.mustRun("link add vx2 type vxlan id 3 dstport 4791 remote 198.51.100.20");
        ip.mustRun("link property add dev vx1 altname alias-of-vxlan-device");
        ip.mustRun("link set vx1 alias tenant-seven");
        ip.mustRun("link set vx2 master br0");
        List<String> differences = new ArrayList<>();
        for (String list : LISTS) {
            difference(ip, jip, list).ifPresent(differences::add);
        }
        report("lists of devices", LISTS.size(), differences);
    }

    private static JipProgram jipLike(InstalledIp ip) {
        Optional<String> dialect = ip.dialect();
        assumeTrue(dialect.isPresent(), "the installed ip, if any, is of no release that jip knows");
        return JipProgram.live(dialect.get());
    }

    private static Optional<String> difference(InstalledIp ip, JipProgram jip, String words) {
        List<String> command = List.of(words.split(" "));
        CommandResult theirs = ip.run(command);
        CommandResult ours = jip.run(command);
        return theirs.equals(ours) ? Optional.empty() : Optional.of(words + "\n  ip  " + theirs + "\n  jip " + ours);
    }

    private static void report(String what, int total, List<String> differences) {
        System.out.println(what + ": " + (total - differences.size()) + "/" + total + " as ip prints them");
        assertThat(differences).isEmpty();
    }
}
