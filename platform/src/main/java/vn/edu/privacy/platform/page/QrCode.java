package vn.edu.privacy.platform.page;

/**
 * A text as a QR code that a page draws in place: {@code <svg th:replace="~{qr :: code(${qr}, ${alternative})}">}, without
 * an image request, sharp on paper at any size.
 *
 * @param text what a reader gets; addresses and opaque ids only, for anybody who sees the page can read it
 * @param modules width and height in modules, the quiet zone included
 * @param path the dark modules as SVG path data, one unit per module
 */
public record QrCode(String text, int modules, String path) {
    /** Empty modules on each side, as ISO/IEC 18004 asks for. */
    private static final int QUIET = 4;

    /**
     * Draws a text. A crease or a stain over a seventh of the code does it no harm (error correction M or better).
     *
     * @throws io.nayuki.qrcodegen.DataTooLongException when the text has more than about 2,300 bytes
     */
    public static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return new QrCode(text, code.size + 2 * QUIET, path.toString());
    }

    /** The SVG's view box; public for the templates. */
    public String viewBox() {
        return "0 0 " + modules + " " + modules;
    }
}
