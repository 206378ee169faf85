#!/usr/bin/env python3
"""Records what the installed `ip` sends for VXLAN commands, and what the kernel answers.

    ./capture.py [--only TEXT] [--scenarios FILE] [--output FILE]

Each scenario of scenarios.txt runs in network and mount namespaces of its own, with an empty tmpfs on /run, so that nothing
of the machine is touched and names, indexes and named namespaces start from nothing. Root, or a kernel that lets ordinary
users make user namespaces, is needed; so are strace and Python 3.7 or later.

The command under test runs under strace, whose hex dumps give the bytes of every netlink datagram. Only sequence numbers and port
ids are changed in them: they are zeroed, since they tell the time and the process. The output has one JSON object a line, in the
order of the scenarios; the fields are described in README.md beside this file.
"""

import argparse
import json
import os
import re
import shlex
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEFAULT_OUTPUT = HERE.parent / "resources" / "golden" / "vxlan.jsonl"

TYPES = {16: "RTM_NEWLINK", 17: "RTM_DELLINK", 18: "RTM_GETLINK", 22: "RTM_GETADDR", 88: "RTM_NEWNSID", 90: "RTM_GETNSID",
         108: "RTM_NEWLINKPROP", 109: "RTM_DELLINKPROP"}
GETS = {18, 22, 90}
NLMSG_ERROR, NLMSG_DONE = 2, 3
NLM_F_CAPPED, NLM_F_ACK_TLVS = 0x100, 0x200
IFLA_IFNAME, IFLA_EXT_MASK = 3, 29
NETLINK_ERRORS = {1: "msg", 2: "offset", 4: "policy_hex", 5: "miss_type", 6: "miss_nest"}
HEADER = struct.Struct("=IHHII")

# ---------------------------------------------------------------- netlink bytes


def attributes(data):
    """Yields (type without flag bits, payload) for each attribute of a list."""
    offset = 0
    while offset + 4 <= len(data):
        length, kind = struct.unpack_from("=HH", data, offset)
        if length < 4 or offset + length > len(data):
            return
        yield kind & 0x3FFF, data[offset + 4:offset + length]
        offset += (length + 3) & ~3


def messages(datagram):
    """Splits a datagram into messages."""
    offset = 0
    while offset + HEADER.size <= len(datagram):
        length = HEADER.unpack_from(datagram, offset)[0]
        if length < HEADER.size:
            return
        yield datagram[offset:offset + length]
        offset += (length + 3) & ~3


def without_identity(message, inner=None):
    """The message with sequence number and port id zeroed, also in the header it quotes at `inner`."""
    copy = bytearray(message)
    copy[8:16] = bytes(8)
    if inner is not None and len(copy) >= inner + 16:
        copy[inner + 8:inner + 16] = bytes(8)
    return bytes(copy)


def describe_ack(message):
    flags = HEADER.unpack_from(message)[2]
    errno = -struct.unpack_from("=i", message, 16)[0]
    ack = {"errno": errno, "name": os_errno_name(errno), "msg": None, "offset": None}
    quoted = HEADER.unpack_from(message, 20)[0]
    if flags & NLM_F_ACK_TLVS:
        start = 20 + (16 if flags & NLM_F_CAPPED else (quoted + 3) & ~3)
        for kind, payload in attributes(message[start:]):
            name = NETLINK_ERRORS.get(kind)
            if name == "msg":
                ack[name] = payload.rstrip(b"\0").decode()
            elif name == "policy_hex":
                ack[name] = payload.hex()
            elif name:
                ack[name] = struct.unpack("=I", payload[:4])[0]
    if errno:
        ack["hex"] = without_identity(message, 20).hex()
    return ack


def os_errno_name(errno):
    import errno as numbers
    return numbers.errorcode.get(errno) if errno else None


# ---------------------------------------------------------------- strace

CALL = re.compile(r"^\d+\s+(\w+)\((\d+), .*= (-?\d+)(?: .*)?$")
DUMP = re.compile(r"^ \| [0-9a-f]{5,}  ((?:[0-9a-f]{2} {1,2}){1,16})")


class Trace:
    """The netlink traffic of one traced command."""

    def __init__(self, text):
        self.requests = []
        self.ioctls = []
        self._sockopts = {}
        self._last_read = {}
        call = None
        block = bytearray()
        for line in text.splitlines():
            dumped = DUMP.match(line)
            if dumped:
                block += bytes.fromhex(dumped.group(1))
                continue
            if line.startswith(" * "):
                continue
            self._finish(call, block)
            call, block = self._start(line), bytearray()
        self._finish(call, block)

    def _start(self, line):
        match = CALL.match(line)
        if not match:
            return None
        name, descriptor, result = match.group(1), int(match.group(2)), int(match.group(3))
        if name == "socket":
            self._sockopts[result] = []
        elif name == "setsockopt" and result == 0 and "SOL_NETLINK" in line:
            option, value = re.search(r"SOL_NETLINK, (\w+), \[(\d+)\]", line).groups()
            self._sockopts.setdefault(descriptor, []).append(f"{option}={value}")
        elif name == "ioctl":
            self.ioctls.append(line.split(", ")[1])
        if name == "recvmsg" and "MSG_PEEK" in line:
            return None
        return (name, descriptor, "NETLINK_ROUTE", line)

    def _finish(self, call, block):
        if call is None or not block:
            return
        name, descriptor, protocol, _ = call
        if name in ("sendmsg", "sendto"):
            self._sent(descriptor, protocol, bytes(block))
        elif name in ("recvmsg", "recvfrom"):
            self._received(descriptor, bytes(block))

    def _sent(self, descriptor, protocol, datagram):
        for message in messages(datagram):
            kind, flags = HEADER.unpack_from(message)[1:3]
            role = "get" if kind in GETS else "change"
            if kind == 16 and flags == 0x5 and not any(message[16:]):
                role = "probe"
            self.requests.append({
                "protocol": protocol, "role": role, "type": TYPES.get(kind, f"type-{kind}"), "flags": hex(flags),
                "sockopts": list(self._sockopts.get(descriptor, [])), "hex": without_identity(message).hex(),
                "datagram_len": len(datagram), "ack": None, "_fd": descriptor})

    def _received(self, descriptor, datagram):
        for message in messages(datagram):
            if HEADER.unpack_from(message)[1] != NLMSG_ERROR:
                continue
            for request in reversed(self.requests):
                if request["_fd"] == descriptor:
                    request["ack"] = describe_ack(message)
                    break

    def finished_requests(self):
        return [{key: value for key, value in request.items() if key != "_fd"} for request in self.requests]


# ---------------------------------------------------------------- one scenario, inside its namespaces


def run(argv):
    return subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30)


def links():
    listed = run(["ip", "-j", "link", "show"])
    return {link["ifname"]: link["ifindex"] for link in json.loads(listed.stdout)}


def link_message(name):
    """The RTM_NEWLINK the kernel answers when asked for a link by name, asked as `ip` does."""
    attrs = struct.pack("=HHI", 8, IFLA_EXT_MASK, 9)
    payload = name.encode() + b"\0"
    attrs += struct.pack("=HH", 4 + len(payload), IFLA_IFNAME) + payload + bytes(-len(payload) % 4)
    request = HEADER.pack(HEADER.size + 16 + len(attrs), 18, 1, 1, 0) + bytes(16) + attrs
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as kernel:
        kernel.send(request)
        reply = kernel.recv(65536)
    kind = HEADER.unpack_from(reply)[1]
    return without_identity(next(messages(reply))) if kind == 16 else None


def shown_device(argv, before):
    """The device the command is about, and the namespace it ends up in."""
    words = argv[1:]
    namespace = None
    if words[:1] == ["-n"]:
        namespace, words = words[1], words[2:]
    if "netns" in words and words.index("netns") + 1 < len(words) and words[:2] != ["netns", "add"]:
        namespace = words[words.index("netns") + 1]
    words = [word for word in words if not word.startswith("-")]
    if len(words) < 3 or words[0] != "link":
        return None, None
    if "name" in words[2:-1]:
        return words[words.index("name") + 1], namespace
    if "dev" in words[2:4] and len(words) > words.index("dev") + 1:
        return words[words.index("dev") + 1], namespace
    return words[2], namespace


def repeats_a_key(text):
    repeated = []

    def check(pairs):
        keys = [key for key, _ in pairs]
        repeated.extend(key for key in keys if keys.count(key) > 1)
        return dict(pairs)

    json.loads(text, object_pairs_hook=check)
    return bool(repeated)


def show(record, name, namespace):
    prefix = ["ip"] + (["-n", namespace] if namespace else [])
    record["show_argv"] = prefix + ["-d", "link", "show", "dev", name]
    text = run(record["show_argv"])
    if text.returncode:
        record["show_text"] = record["show_json"] = None
        record["show_error"] = text.stderr.strip()
        return
    record["show_text"] = text.stdout
    raw = run(prefix + ["-d", "-j", "link", "show", "dev", name]).stdout
    record["show_json"] = json.loads(raw)
    if repeats_a_key(raw):
        record["show_json_raw"] = raw
    if namespace is None:
        plain = ["ip", "link", "show", "dev", name]
        record["show_more"] = [{"show_argv": plain, "show_text": run(plain).stdout}]
        message = link_message(name)
        if message:
            record["after_link_hex"] = message.hex()


def inner():
    """Runs in the fresh namespaces: scenario on stdin, record on stdout."""
    scenario = json.load(sys.stdin)
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    for command in scenario["setup"]:
        done = run(shlex.split(command))
        if done.returncode:
            sys.exit(f"{scenario['id']}: setup failed: {command}: {done.stderr}")
    record = dict(scenario, links_before=links())
    with tempfile.NamedTemporaryFile(dir="/run", mode="r") as trace:
        done = run(["strace", "-f", "-o", trace.name, "-e", "trace=socket,setsockopt,sendmsg,sendto,recvmsg,recvfrom,ioctl",
                    "-e", "read=all", "-e", "write=all", "-xx", "-s", "65535", *scenario["argv"]])
        traced = Trace(trace.read())
    requests = traced.finished_requests()
    changes = [request for request in requests if request["role"] == "change"]
    gets = [request for request in requests if request["role"] == "get"]
    record["requests"] = requests
    if traced.ioctls:
        record["ioctls"] = traced.ioctls
    record.update(exit=done.returncode, stdout=done.stdout, stderr=done.stderr)
    record["ack"] = (changes or gets or [{"ack": None}])[-1]["ack"]
    name, namespace = shown_device(scenario["argv"], record["links_before"])
    if name:
        show(record, name, namespace)
    json.dump(record, sys.stdout)


# ---------------------------------------------------------------- all scenarios


def scenarios(path):
    """Reads the list: `setup NAME: command` lines build setups, `[area]` and `with NAME` choose, other lines are commands."""
    setups, area, chosen, count = {}, None, None, 0
    for number, line in enumerate(path.read_text().splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("setup "):
            name, command = line[6:].split(":", 1)
            base, _, parent = name.strip().partition(" after ")
            setups.setdefault(base, list(setups.get(parent, [])))
            if command.strip():
                setups[base].append(command.strip())
        elif line.startswith("[") and line.endswith("]"):
            area, count = line[1:-1], 0
        elif line.startswith("with "):
            chosen = line[5:].strip()
        else:
            if area is None or chosen not in setups:
                sys.exit(f"{path.name}:{number}: no area or unknown setup for: {line}")
            count += 1
            yield {"id": f"own-{area}-{count:03d}", "area": area, "setup": setups[chosen], "argv": shlex.split(line)}


def record(scenario):
    command = ["unshare", "-n", "-m"]
    if os.geteuid():
        command += ["-U", "-r"]
    done = subprocess.run(command + [sys.executable, __file__, "--inner"], input=json.dumps(scenario), capture_output=True,
                          text=True, timeout=120)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenarios", type=Path, default=HERE / "scenarios.txt")
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT)
    parser.add_argument("--only", default="", help="only scenarios whose id contains this; the output then has no others")
    arguments = parser.parse_args()
    tool = re.search(r"iproute2-([\d.]+)", run(["ip", "-V"]).stdout).group(1)
    kernel = os.uname().release.split("-")[0]
    lines = []
    for scenario in scenarios(arguments.scenarios):
        if arguments.only in scenario["id"]:
            head = {key: scenario[key] for key in ("id", "area")}
            head.update(iproute2=tool, kernel=kernel, setup=scenario["setup"], argv=scenario["argv"])
            lines.append(json.dumps(record(head), separators=(",", ":")))
    arguments.output.write_text("".join(line + "\n" for line in lines))
    print(f"{len(lines)} records, {arguments.output.stat().st_size} bytes")


if __name__ == "__main__":
    inner() if "--inner" in sys.argv else main()
