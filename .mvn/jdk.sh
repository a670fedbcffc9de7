# Sourced by ./start, ./verify and .ci/run: finds the JDK that the build and the services run on.
# find_jdk sets and exports JAVA_HOME, or says what to install and returns 1.

JDK_FEATURE=25

# Whether folder $1 is a JDK (not only a runtime) of the version that the build asks for.
is_wanted_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -Eq "^JAVA_VERSION=\"$JDK_FEATURE([.+-][^\"]*)?\"" "$1/release"
}

find_jdk() {
  local candidate onPath=
  if command -v javac >/dev/null 2>&1; then
    onPath=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$onPath" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/*; do
    if [ -n "$candidate" ] && is_wanted_jdk "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<END
No JDK $JDK_FEATURE found: looked at JAVA_HOME (${JAVA_HOME:-not set}), javac on the PATH, /usr/lib/jvm, /usr/java, /opt,
/usr/local, ~/.sdkman and ~/.jdks. Install one, for example
  Debian 13, Ubuntu 25.10 or newer:   apt-get install openjdk-$JDK_FEATURE-jdk-headless
  any Linux:                          Temurin $JDK_FEATURE from https://adoptium.net/temurin/releases/?version=$JDK_FEATURE
and run this again; or set JAVA_HOME to one that is elsewhere.
END
  return 1
}
