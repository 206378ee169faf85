package io.jnetlink.generator.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** Types that may be null. */
final class Nullness {

    static final TypeName OBJECT =
            ClassName.OBJECT.annotated(AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable"))
                    .build());

    private Nullness() {}
}
