package vn.edu.privacy.notification.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Notices as e-mails: plain text in the person's language, without any personal data. Blocks while it sends. */
@Component
class NoticeMail {
    private final JavaMailSender sender;
    private final NoticeTexts texts;
    private final NoticeProperties properties;
    private final NoticeLinks links;

    NoticeMail(JavaMailSender sender, NoticeTexts texts, NoticeProperties properties, NoticeLinks links) {
        this.sender = sender;
        this.texts = texts;
        this.properties = properties;
        this.links = links;
    }

    /** Empty when the mail server has accepted it. Its own words go nowhere: they may hold the address. */
    Optional<DeliveryError> send(DueDelivery delivery, String address, Locale language) {
        try {
            sender.send(message(delivery, new InternetAddress(address, true), language));
            return Optional.empty();
        } catch (MailAuthenticationException refused) {
            return Optional.of(DeliveryError.MAIL_LOGIN_REFUSED);
        } catch (MailSendException failed) {
            return Optional.of(error(failed));
        } catch (MailException | MessagingException unusable) {
            return Optional.of(DeliveryError.ADDRESS_INVALID);
        }
    }

    private MimeMessage message(DueDelivery delivery, InternetAddress to, Locale language) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        InternetAddress from = new InternetAddress(properties.from(), true);
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(texts.title(delivery.kind(), language), StandardCharsets.UTF_8.name());
        message.setText(
                texts.email(delivery.kind(), links.to(delivery.matter()), language), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", language.getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        // the same when it is sent again, so that mailboxes may drop the second
        message.setHeader("Message-ID", "<" + delivery.noticeId().toString().replace("-", "") + domain(from) + ">");
        return message;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@'));
    }

    private static DeliveryError error(MailSendException failed) {
        return Stream.of(failed.getMessageExceptions()).anyMatch(SendFailedException.class::isInstance)
                ? DeliveryError.MAIL_REFUSED
                : DeliveryError.MAIL_SERVER_UNAVAILABLE;
    }
}
