# Sourced by ./start, ./verify and .ci/run: finds the JDK that the build and the services run on.
# find_jdk sets and exports JAVA_HOME, or says what to install and returns 1.

JDK_FEATURE=25

# Whether folder $1 is a JDK (not only a runtime) of the version that the build asks for.
is_wanted_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -Eq "^JAVA_VERSION=\"$JDK_FEATURE([.+-][^\"]*)?\"" "$1/release"
}

# Folders in which a JDK may lie, one a line, beside JAVA_HOME and the PATH.
jdk_places() {
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/*
}

find_jdk() {
  local candidate version on_path='' others=''
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  while IFS= read -r candidate; do
    [ -n "$candidate" ] || continue
    if is_wanted_jdk "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
    if [ -x "$candidate/bin/java" ]; then
      version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$candidate/release" 2>/dev/null)
      [ -x "$candidate/bin/javac" ] || version="${version:-unknown}, a runtime without a compiler"
      others+="  $candidate (version ${version:-unknown})"$'\n'
    fi
  done < <(
    printf '%s\n' "${JAVA_HOME:-}" "$on_path"
    jdk_places
  )
  {
    echo "No JDK $JDK_FEATURE found: looked at JAVA_HOME (${JAVA_HOME:-not set}), javac on the PATH, /usr/lib/jvm, /usr/java,"
    echo "/opt, /usr/local, ~/.sdkman and ~/.jdks."
    [ -z "$others" ] || printf 'Found, but not fit:\n%s' "$others"
    cat <<END
Install one, for example
  Debian 13, Ubuntu 25.10 or newer:   apt-get install openjdk-$JDK_FEATURE-jdk-headless
  any Linux:                          Temurin $JDK_FEATURE from https://adoptium.net/temurin/releases/?version=$JDK_FEATURE
and run this again; or set JAVA_HOME to one that is elsewhere.
END
  } >&2
  return 1
}
