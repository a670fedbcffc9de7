package vn.edu.privacy.platform.problem;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which problem an exception is. One switch; what it does not know is {@code internal} and logged. */
final class ProblemMapping {
    private final List<ProblemTranslation> translations;

    ProblemMapping(List<ProblemTranslation> translations) {
        this.translations = List.copyOf(translations);
    }

    ProblemException problemOf(Throwable error) {
        for (ProblemTranslation translation : translations) {
            ProblemException translated = translation.translate(error);
            if (translated != null) {
                return translated;
            }
        }
        if (causedBy(error, DataBufferLimitException.class) != null) {
            return ProblemException.of(CommonProblems.PAYLOAD_TOO_LARGE);
        }
        return switch (error) {
            case ProblemException problem -> problem;
            case WebExchangeBindException invalid -> fields(invalid);
            case HandlerMethodValidationException invalid -> parameters(invalid);
            case UnsupportedMediaTypeStatusException media ->
                ProblemException.of(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
            case NotAcceptableStatusException media -> ProblemException.of(CommonProblems.NOT_ACCEPTABLE);
            case MethodNotAllowedException method -> ProblemException.of(CommonProblems.METHOD_NOT_ALLOWED);
            case ContentTooLargeException large -> ProblemException.of(CommonProblems.PAYLOAD_TOO_LARGE);
            case MissingRequestValueException missing ->
                ProblemException.of(CommonProblems.MALFORMED_REQUEST).field(missing.getName());
            case ServerWebInputException input -> input(input);
            case ResponseStatusException status -> status(status);
            case AccessDeniedException denied -> ProblemException.of(CommonProblems.FORBIDDEN);
            case AuthenticationException nobody -> ProblemException.of(CommonProblems.UNAUTHENTICATED);
            case ConcurrencyFailureException concurrent -> ProblemException.of(CommonProblems.CONFLICT);
            case DataIntegrityViolationException duplicate -> ProblemException.of(CommonProblems.CONFLICT);
            case DataAccessResourceFailureException down -> unavailable(down);
            case TransientDataAccessException late -> unavailable(late);
            case CannotCreateTransactionException down -> unavailable(down);
            case TimeoutException late -> unavailable(late);
            default -> internal(error);
        };
    }

    private static ProblemException fields(WebExchangeBindException invalid) {
        return of(invalid.getFieldErrors().stream()
                .map(error -> new InvalidField(error.getField(), error))
                .toList());
    }

    private static ProblemException parameters(HandlerMethodValidationException invalid) {
        return of(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new InvalidField(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                error)))
                .toList());
    }

    private static ProblemException of(List<InvalidField> errors) {
        ProblemException problem = ProblemException.of(
                CommonProblems.INVALID_FIELDS,
                errors.stream().map(InvalidField::field).distinct().collect(Collectors.joining(", ")));
        if (!errors.isEmpty()) {
            problem.field(errors.getFirst().field());
        }
        return problem.with(InvalidField.MEMBER, errors);
    }

    private static ProblemException input(ServerWebInputException input) {
        ProblemException problem = ProblemException.of(CommonProblems.MALFORMED_REQUEST);
        JacksonException json = causedBy(input, JacksonException.class);
        if (json instanceof UnrecognizedPropertyException unknown) {
            return problem.field(path(unknown));
        }
        if (json != null) {
            String path = path(json);
            return path.isEmpty() ? problem : problem.field(path);
        }
        if (causedBy(input, TypeMismatchException.class) != null && input.getMethodParameter() != null) {
            return problem.field(String.valueOf(input.getMethodParameter().getParameterName()));
        }
        return problem;
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static ProblemException status(ResponseStatusException status) {
        return switch (status.getStatusCode().value()) {
            case 400 -> ProblemException.of(CommonProblems.MALFORMED_REQUEST);
            case 401 -> ProblemException.of(CommonProblems.UNAUTHENTICATED);
            case 403 -> ProblemException.of(CommonProblems.FORBIDDEN);
            case 404 -> ProblemException.of(CommonProblems.NOT_FOUND);
            case 405 -> ProblemException.of(CommonProblems.METHOD_NOT_ALLOWED);
            case 406 -> ProblemException.of(CommonProblems.NOT_ACCEPTABLE);
            case 409 -> ProblemException.of(CommonProblems.CONFLICT);
            case 413 -> ProblemException.of(CommonProblems.PAYLOAD_TOO_LARGE);
            case 415 -> ProblemException.of(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
            default -> internal(status);
        };
    }

    private static ProblemException unavailable(Throwable cause) {
        ProblemException problem = ProblemException.of(CommonProblems.UNAVAILABLE);
        problem.initCause(cause);
        return problem;
    }

    private static ProblemException internal(Throwable cause) {
        ProblemException problem = ProblemException.of(CommonProblems.INTERNAL);
        problem.initCause(cause);
        return problem;
    }

    private static <T extends Throwable> @Nullable T causedBy(Throwable error, Class<T> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
