package io.jnetlink.spec.ir;

import java.util.Optional;

/**
 * One format of a {@link SubMessageIr}: a fixed header, attributes, both or neither.
 *
 * <p>Immutable.
 *
 * @param value the selector value: a text, or the name of an enum entry
 * @param fixedHeader struct at the start of the payload
 * @param attributeSet set of the attributes that follow
 */
public record FormatIr(String value, Optional<String> fixedHeader, Optional<String> attributeSet) {}
