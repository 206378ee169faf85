package io.jnetlink.samples.nl;

/** Something that the user asked for cannot be; the text says what. */
public final class JnlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param text a sentence for the user
     */
    public JnlException(String text) {
        super(text);
    }
}
