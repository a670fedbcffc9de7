package vn.edu.privacy.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Reads what the page draws with another library than the one that drew it. */
class QrCodeTest {
    private static final int PIXELS = 3;
    private static final int WHITE = 0xffffff;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K2F-9QXM-41TD",
                "https://truong.example.vn/consents/paper/forms/0198c1b2-7d8e-7000-8000-0123456789ab",
                "Phiếu đồng ý của gia đình – kiểm tra dấu"
            })
    void whatThePageDrawsReadsAsTheTextAgain(String text) throws Exception {
        assertThat(decoded(drawn(QrCode.of(text), "Mã"))).isEqualTo(text);
    }

    @Test
    void aThousandCharactersOfASignedTextStillRead() throws Exception {
        String text = "eyJhbGciOiJSUzI1NiJ9.".repeat(48);

        assertThat(decoded(drawn(QrCode.of(text), "Mã"))).isEqualTo(text);
    }

    @Test
    void saysInWordsWhatItShowsAndCarriesNeitherStyleNorScript() throws Exception {
        Element svg = drawn(QrCode.of("7K2F"), "Mã QR của phiếu \"7K2F\" & số");

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("Mã QR của phiếu \"7K2F\" & số");
        assertThat(svg.hasAttribute("style")).isFalse();
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void keepsTheQuietZoneEmpty() throws Exception {
        int[] modules = modules(drawn(QrCode.of("7K2F-9QXM-41TD"), "Mã"));
        int width = (int) Math.round(Math.sqrt(modules.length));

        for (int at = 0; at < modules.length; at++) {
            int x = at % width;
            int y = at / width;
            if (Math.min(Math.min(x, y), Math.min(width - 1 - x, width - 1 - y)) < 4) {
                assertThat(modules[at]).as("module %d, %d", x, y).isEqualTo(WHITE);
            }
        }
    }

    private static Element drawn(QrCode qr, String alternative) throws Exception {
        ClassLoaderTemplateResolver fragments = new ClassLoaderTemplateResolver();
        fragments.setPrefix("templates/");
        fragments.setSuffix(".html");
        fragments.setOrder(1);
        fragments.setResolvablePatterns(Set.of("qr"));
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(Set.of(fragments, new StringTemplateResolver()));
        Context model = new Context(Locale.of("vi"), Map.of("qr", qr, "alternative", alternative));
        String svg = engine.process("<svg th:replace=\"~{qr :: code(${qr}, ${alternative})}\"></svg>", model);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    /** Fills the drawn runs into a grid, one cell per module. */
    private static int[] modules(Element svg) {
        int width = Integer.parseInt(svg.getAttribute("viewBox").split(" ")[2]);
        int[] modules = new int[width * width];
        Arrays.fill(modules, WHITE);
        Element dark = (Element) svg.getElementsByTagName("path").item(1);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(dark.getAttribute("d"));
        while (run.find()) {
            int from = Integer.parseInt(run.group(2)) * width + Integer.parseInt(run.group(1));
            Arrays.fill(modules, from, from + Integer.parseInt(run.group(3)), 0);
        }
        return modules;
    }

    private static String decoded(Element svg) throws ReaderException {
        int[] modules = modules(svg);
        int width = (int) Math.round(Math.sqrt(modules.length));
        int[] pixels = new int[modules.length * PIXELS * PIXELS];
        for (int at = 0; at < pixels.length; at++) {
            int x = at % (width * PIXELS) / PIXELS;
            int y = at / (width * PIXELS) / PIXELS;
            pixels[at] = modules[y * width + x];
        }
        RGBLuminanceSource image = new RGBLuminanceSource(width * PIXELS, width * PIXELS, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(image)))
                .getText();
    }
}
