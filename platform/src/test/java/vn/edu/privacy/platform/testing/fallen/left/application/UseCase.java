package vn.edu.privacy.platform.testing.fallen.left.application;

import org.springframework.web.server.ServerWebExchange;
import vn.edu.privacy.platform.testing.fallen.left.persistence.Row;

/** A use case that speaks HTTP and knows its adapter. */
public record UseCase(ServerWebExchange exchange, Row row) {}
