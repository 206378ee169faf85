package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses name and mapping of each member of a struct.
 *
 * <p>Immutable.
 */
public final class Members {

    private final Mappings mappings;

    /** For the structs of one family. */
    public Members(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * A member as generated code has it.
     *
     * <p>Immutable.
     *
     * @param ir the member
     * @param name its Java name
     * @param mapping its Java side
     */
    public record Member(MemberIr ir, String name, MemberMapping mapping) {

        /** What it is. */
        public CodeBlock doc() {
            return Docs.of(Optional.empty(), ir.doc(), "The member {@code " + ir.name() + "}.");
        }
    }

    /** The members that carry something, in order. */
    public List<Member> of(StructIr struct) {
        NameScope scope = new NameScope(Set.of("put"));
        List<Member> members = new ArrayList<>();
        for (MemberIr ir : struct.members()) {
            if (!(ir.type() instanceof TypeIr.Pad) && !(ir.type() instanceof TypeIr.Unused)) {
                members.add(new Member(ir, scope.unique(JavaNames.member(ir.name())), mapping(ir)));
            }
        }
        return members;
    }

    private MemberMapping mapping(MemberIr ir) {
        TypeIr type = ir.type();
        if (type instanceof TypeIr.Scalar scalar) {
            return Mappings.isIpv4Number(scalar, ir.displayHint())
                    ? new AddressMember(CoreTypes.IP_ADDRESS, 4)
                    : new NumberMember(Mappings.format(scalar), mappings.meaning(scalar));
        } else if (type instanceof TypeIr.Text) {
            return new TextMember(ir.size());
        } else if (type instanceof TypeIr.Struct struct) {
            return new StructMember(
                    mappings.types().struct(struct.structName()),
                    mappings.types().structView(struct.structName()));
        }
        return bytes(ir);
    }

    private static MemberMapping bytes(MemberIr ir) {
        DisplayHint hint = ir.displayHint().orElse(DisplayHint.HEX);
        boolean isIp = hint == DisplayHint.IPV4 || hint == DisplayHint.IPV6 || hint == DisplayHint.IPV4_OR_V6;
        if (isIp && (ir.size() == 4 || ir.size() == 16)) {
            return new AddressMember(CoreTypes.IP_ADDRESS, ir.size());
        }
        return hint == DisplayHint.MAC
                ? new AddressMember(CoreTypes.HARDWARE_ADDRESS, ir.size())
                : new BytesMember(ir.size());
    }
}
