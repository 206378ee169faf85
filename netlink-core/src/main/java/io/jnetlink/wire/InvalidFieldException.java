package io.jnetlink.wire;

/**
 * A value that may not be sent: names the field, the value and the rule it breaks.
 *
 * <p>Thrown by builders, so nothing has been sent yet.
 */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String rule;

    /**
     * @param field the field's name, as its spec has it
     * @param value the refused value, as text
     * @param rule what the value must be, for example {@code "must be 0..16777215"}
     */
    public InvalidFieldException(String field, Object value, String rule) {
        super(field + " " + rule + ", not " + value);
        this.field = field;
        this.value = String.valueOf(value);
        this.rule = rule;
    }

    /** The field's name, as its spec has it. */
    public String field() {
        return field;
    }

    /** The refused value, as text. */
    public String value() {
        return value;
    }

    /** What the value must be. */
    public String rule() {
        return rule;
    }
}
