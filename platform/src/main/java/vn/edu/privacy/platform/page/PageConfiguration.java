package vn.edu.privacy.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;
import vn.edu.privacy.platform.time.TimeConfiguration;

/** Pages: bundles, language, frame. */
@AutoConfiguration(
        after = TimeConfiguration.class,
        beforeName = {
            "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration",
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration"
        })
@EnableConfigurationProperties({PortalProperties.class, SchoolNames.class})
@PropertySource("classpath:platform-web.properties")
@Import(PageAdvice.class)
public class PageConfiguration {

    /** Every bundle under {@code messages/}, Vietnamese in the file without a suffix. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setBasenames(bundles());
        return source;
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        return new PortalLocale();
    }

    @Bean
    LanguageCookie languageCookie(PortalProperties portal) {
        return new LanguageCookie(portal);
    }

    @Bean
    PageModel pageModel(PortalProperties portal) {
        return new PageModel(portal);
    }

    @Bean
    Times times(Clock clock, MessageSource texts) {
        return new Times(clock, texts);
    }

    /** For pages: {@code @schools.name(code, #locale)}. */
    @Bean
    Schools schools(SchoolNames names) {
        return new Schools(names);
    }

    private static String[] bundles() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .filter(name -> !name.contains("_"))
                    .map(name -> "messages/" + name.replace(".properties", ""))
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
