package io.jnetlink.ovs.text;

import java.util.List;
import java.util.stream.Stream;

/** Texts that are right, between them with every key and every action. */
final class FlowTextSamples {

    static final List<String> MATCHES = List.of(
            "recirc_id(0x1),dp_hash(0x5/0xff),skb_priority(0x2),in_port(1),skb_mark(0x1/0xf),eth(),eth_type(0x1234)",
            "ufid:01020304-0506-0708-090a-0b0c0d0e0f10,in_port(2),eth(src=02:00:00:00:00:01/ff:ff:ff:00:00:00)",
            "ct_state(+trk-new),ct_zone(0x5/0xff),ct_mark(0x1),ct_label(0x1234567890abcdef/0xff)",
            "ct_state(0x21/0x21),ct_tuple4(src=10.0.0.1,dst=10.0.0.2,proto=6,tp_src=1,tp_dst=2)",
            "ct_tuple6(src=2001:db8::1,dst=2001:db8::2,proto=17,tp_src=1,tp_dst=2)",
            "tunnel(tun_id=0x4d,src=10.1.1.1,dst=10.1.1.2,tos=0x8,ttl=64,tp_src=1,tp_dst=4789,flags(df|csum|key))",
            "tunnel(tun_id=0x4d,ipv6_src=fd00::1,ipv6_dst=fd00::2,vxlan(gbp(id=10,flags=0x8)),flags(-df+key))",
            "tunnel(geneve({class=0xffff,type=0x80,len=4,0xa/0xff}{class=0x1,type=0x1,len=0}),erspan(ver=1,idx=0x7))",
            "tunnel(erspan(ver=2,dir=1,hwid=0x7/0xf),gtpu(flags=0x1,msgtype=255),key99(01 02/ff 00),flags(0))",
            "eth_type(0x8100),vlan(vid=99/0xff0,pcp=7,cfi=1),encap(eth_type(0x0800),ipv4(src=10.0.0.0/8,frag=no))",
            "ipv4(src=1.2.3.4/255.255.0.0,dst=5.6.7.8,proto=6,tos=0x10/0xfc,ttl=64,frag=first),tcp(src=1,dst=2)",
            "ipv6(src=2001:db8::/32,dst=::1,label=0xabcde,proto=58,tclass=0x70,hlimit=1,frag=later)",
            "tcp_flags(syn|ack),udp(src=1/0xff),sctp(dst=2),icmp(type=8,code=0),icmpv6(type=135)",
            "tcp(dst=1),tcp_flags(+fin-[200])",
            "arp(sip=1.2.3.4,tip=5.6.7.8,op=1,sha=00:0f:10:11:12:13,tha=00:14:15:16:17:18)",
            "nd(target=fe80::1,sll=00:05:06:07:08:09,tll=*),nd_ext(nd_reserved=0x1,nd_options_type=2)",
            "mpls(label=100,tc=3,ttl=64,bos=0,label=200/0xff,tc=0,ttl=1,bos=1),packet_type(ns=1,id=0x800)",
            "nsh(flags=0,ttl=63,mdtype=1,np=1,spi=0x10203,si=255,c1=0x1/0xf,c2=0x2,c3=0x3,c4=0x4)",
            "ipv6_exthdrs(0x1/0x3),key77(01 02 03/ff ff 00)");

    static final List<String> ACTIONS = List.of(
            "1,2,0x3",
            "drop",
            "userspace(pid=1,userdata(0102030405060708),actions,tunnel_out_port=4)",
            "userspace(pid=1,sFlow(vid=9,pcp=7,output=10),actions)",
            "userspace(pid=1,slow_path(cfm|match)),userspace(pid=1,ipfix(output_port=10))",
            "userspace(pid=1,flow_sample(probability=1,collector_set_id=2,obs_domain_id=3,obs_point_id=4,output_port=5,egress))",
            "userspace(pid=1,controller(reason=1,dont_send=0,continuation=1,recirc_id=4,rule_cookie=0x5,controller_id=0,max_len=65535))",
            "set(eth(dst=00:11:22:33:44:55)),set(ipv4(ttl=63)),set(tunnel(tun_id=0x1,dst=1.1.1.1,ttl=64,flags(key)))",
            "set(nsh(flags=2,ttl=62,spi=0x4,si=254,c1=0x9)),set(mpls(label=2,tc=0,ttl=1,bos=1))",
            "push_vlan(tpid=0x88a8,vid=14,pcp=1,cfi=0),pop_vlan,trunc(100),recirc(0x1),meter(3),hash(sym_l4(7))",
            "push_mpls(label=100,tc=3,ttl=64,bos=1,eth_type=0x8847),pop_mpls(eth_type=0x800)",
            "add_mpls(label=100,tc=3,ttl=64,bos=1,eth_type=0x8847),ct_clear,pop_eth,pop_nsh()",
            "push_eth(src=00:01:02:03:04:05,dst=10:11:12:13:14:15)",
            "push_nsh(flags=0,ttl=63,mdtype=1,np=3,spi=0x10203,si=255,c1=0x1,c2=0x2,c3=0x3,c4=0x4)",
            "push_nsh(mdtype=2,md2=0x00018002aabb0000)",
            "ct(commit,zone=5,mark=0x1/0xff,label=0x6,helper=ftp,eventmask=0x3,timeout=slow,nat(src=10.0.0.1))",
            "ct(force_commit,nat(dst=[fe80::20]-[fe80::30]:32768-65535,persistent,random)),ct,ct(nat)",
            "sample(sample=9.7%,actions(1,clone(2,drop(5)))),check_pkt_len(size=200,gt(drop),le(3)),dec_ttl(le_1(1))",
            "psample(group=12,cookie=0x0102),action99(01 02)");

    static final List<String> LINES = List.of(
            "in_port(1),eth(),eth_type(0x1234), packets:0, bytes:0, used:never, actions:2",
            "ufid:01020304-0506-0708-090a-0b0c0d0e0f10, in_port(1), packets:2, bytes:196, used:0.912s, flags:SFP., dp:ovs,"
                    + " actions:drop");

    static final List<String> ALL =
            Stream.of(MATCHES, ACTIONS, LINES).flatMap(List::stream).toList();

    /** Words and signs of the language. */
    static final List<String> PIECES = List.of(
            "eth(",
            "ipv4(",
            "tunnel(",
            "encap(",
            "set(",
            "clone(",
            "ct(",
            "nat(",
            "mpls(",
            "geneve({",
            "flags(",
            "ufid:",
            "src=",
            "dst=",
            "ttl=",
            "label=",
            "class=",
            "len=",
            "actions(",
            "userspace(pid=",
            "sample(sample=",
            "%,",
            ")",
            "))",
            ",",
            "/",
            "*",
            "1",
            "0x10",
            "10.0.0.1",
            "::1",
            "02:00:00:00:00:01",
            "drop",
            "no",
            "+syn",
            "{",
            "}",
            " ",
            "key",
            "action",
            "99");

    private FlowTextSamples() {}
}
