package vn.edu.privacy.standalone.sector;

import java.util.List;
import vn.edu.privacy.standalone.parts.MailSink;

/** The sink's mails as a plain page, the newest first. */
final class MailPage {

    private MailPage() {}

    static SectorRoutes.Answer of(List<MailSink.Mail> mails) {
        StringBuilder page = new StringBuilder("""
                <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Thư thử</title><style>body{font:16px sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem}
                article{border-top:1px solid #999}pre{white-space:pre-wrap}</style><h1>Thư thử / Demo mail</h1>
                """);
        if (mails.isEmpty()) {
            page.append("<p>Chưa có thư nào. / No mail yet.</p>");
        }
        for (MailSink.Mail mail : mails.reversed()) {
            page.append("<article><h2>")
                    .append(escaped(mail.subject()))
                    .append("</h2><p>")
                    .append(escaped(String.join(", ", mail.to())));
            if (mail.at() != null) {
                page.append(" · ").append(mail.at());
            }
            page.append("</p><pre>").append(escaped(mail.text())).append("</pre></article>");
        }
        return new SectorRoutes.Answer(
                200, "text/html; charset=utf-8", page.append("</html>").toString());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
