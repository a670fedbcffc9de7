package vn.edu.privacy.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.result.view.ViewResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import vn.edu.privacy.platform.page.PageConfiguration;
import vn.edu.privacy.platform.page.PageModel;

/** Every error of both services becomes a problem. */
@AutoConfiguration(
        after = PageConfiguration.class,
        beforeName = "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration")
@EnableConfigurationProperties(WebProperties.class)
@Import(ProblemPage.class)
public class ProblemConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Bean
    ProblemResponses problemResponses(
            MessageSource texts,
            JsonMapper json,
            ServerCodecConfigurer codecs,
            ObjectProvider<ViewResolver> views,
            PageModel pages) {
        return new ProblemResponses(texts, json, codecs, views, pages);
    }

    @Bean
    ProblemHandler problemHandler(ObjectProvider<ProblemTranslation> translations, ProblemResponses responses) {
        return new ProblemHandler(
                new ProblemMapping(translations.orderedStream().toList()), responses);
    }

    @Bean
    BodyLimit bodyLimit(WebProperties limits) {
        return new BodyLimit(limits);
    }
}
