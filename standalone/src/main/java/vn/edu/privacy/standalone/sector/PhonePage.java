package vn.edu.privacy.standalone.sector;

import java.util.List;
import java.util.Locale;

/** The messages that phones got, as a plain page, the newest first. */
final class PhonePage {

    private PhonePage() {}

    static SectorRoutes.Answer of(List<PhoneSink.Text> texts) {
        StringBuilder page = new StringBuilder("""
                <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Tin nhắn thử</title><style>body{font:16px sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem}
                article{border-top:1px solid #999}pre{white-space:pre-wrap}</style><h1>Tin nhắn thử / Demo messages</h1>
                """);
        if (texts.isEmpty()) {
            page.append("<p>Chưa có tin nhắn nào. / No message yet.</p>");
        }
        for (PhoneSink.Text text : texts.reversed()) {
            page.append("<article><h2>")
                    .append(text.channel().equals("sms") ? "SMS" : capital(text.channel()))
                    .append(" · ")
                    .append(MailPage.escaped(text.to()))
                    .append("</h2><p>")
                    .append(text.at())
                    .append("</p><pre>")
                    .append(MailPage.escaped(text.text()))
                    .append("</pre></article>");
        }
        return new SectorRoutes.Answer(
                200, "text/html; charset=utf-8", page.append("</html>").toString());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
