@NullMarked
package vn.edu.privacy.consent.checkpoint.domain;

import org.jspecify.annotations.NullMarked;
