# Fills an empty network namespace with something of everything that the running kernel has; the rest fails, which does
# not matter: what is not there is not listed.
set -u
(
    ip link set lo up
    ip link add v0 type veth peer name v1
    ip link add br0 type bridge
    ip link set v1 master br0
    ip link add vx0 type vxlan id 100 dstport 4789 local 10.1.0.1 dev v0
    ip link add mv0 link v0 type macvlan mode bridge
    ip link add ifb0 type ifb
    ip link add d0 type dummy
    ip link add link v0 name vl0 type vlan id 3
    ip link add bond0 type bond
    ip link add gre0 type gretap local 10.1.0.1 remote 10.1.0.9
    ip link add gnv0 type geneve id 7 remote 10.1.0.9
    ip link add tun0 type ip6tnl local 2001:db8::1 remote 2001:db8::9
    ip link add vrf0 type vrf table 5
    for link in v0 v1 br0 vx0 mv0 ifb0; do ip link set "$link" up; done
    ip address add 10.1.0.1/24 dev v0
    ip address add 2001:db8::1/64 dev v0 nodad
    ip route add 10.9.0.0/16 via 10.1.0.2 mtu 1400
    ip route add 10.8.0.0/16 nexthop via 10.1.0.2 weight 1 nexthop via 10.1.0.3 weight 2
    ip route add blackhole 10.7.0.0/16
    ip -6 route add 2001:db8:1::/48 via 2001:db8::2 metric 77
    ip neighbour add 10.1.0.2 lladdr 02:00:00:00:00:02 dev v0
    ip neighbour add proxy 10.1.0.7 dev v0
    ip -6 neighbour add 2001:db8::2 lladdr 02:00:00:00:00:02 dev v0
    ip rule add from 10.7.0.0/16 table 77 priority 100
    ip -6 rule add to 2001:db8:2::/48 table 78 priority 101
    bridge fdb append 00:00:00:00:00:00 dev vx0 dst 10.1.0.9 port 4790
    tc qdisc add dev v0 clsact
    tc qdisc add dev v0 root handle 1: htb default 1
    tc class add dev v0 parent 1: classid 1:1 htb rate 1mbit
    tc qdisc add dev v1 root tbf rate 1mbit burst 10k latency 10ms
    tc qdisc add dev mv0 root pfifo limit 10
    tc qdisc add dev ifb0 root fq_codel
    tc qdisc add dev vx0 root prio
    tc qdisc add dev br0 root sfq
    tc filter add dev v0 ingress protocol ip prio 1 u32 match ip dst 10.0.0.1 classid 1:1
    tc filter add dev v0 ingress protocol ip prio 2 flower dst_ip 10.0.0.2 classid 1:1
    tc filter add dev v0 ingress prio 3 matchall classid 1:1
    tc filter add dev v0 ingress prio 4 basic classid 1:1
    tc filter add dev v0 ingress prio 5 cgroup
    ip mptcp endpoint add 10.1.0.1 dev v0 signal
) >/dev/null 2>&1
exit 0
