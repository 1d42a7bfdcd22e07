#!/usr/bin/env bash
# build-gdal-java.sh CACHE JAVA_HOME: builds libgdalalljni.so for the GDAL that is installed and puts it into
# CACHE/gdal-VERSION, where it appears only when it is complete. Needs libgdal-dev, swig, g++ and xz; no root.
set -euo pipefail
cache=$1 java_home=$2
version=$(gdal-config --version)
work=$(mktemp -d "$cache/gdal-build.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

# A source list for this one call, so that /etc/apt stays as it is: the package sources that apt has, as deb-src.
mkdir -p lists/partial cache/archives/partial
apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sort -u |
    while read -r origin uri release component; do
        case $origin in Debian | Ubuntu) ;; *) continue ;; esac
        keyring=/usr/share/keyrings/${origin,,}-archive-keyring.gpg
        [ -r "$keyring" ] && signed="[signed-by=$keyring] " || signed=
        echo "deb-src $signed$uri $release $component"
    done >sources.list
apt=(apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root)
"${apt[@]}" update
# shellcheck disable=SC2016
"${apt[@]}" source --download-only "gdal=$(dpkg-query -W -f '${source:Version}' libgdal-dev)"
tar -xf gdal_*.orig.tar.* --wildcards --strip-components=1 '*/swig/include' '*/ogr/ogr_*.h'

# The wrappers of the five modules, linked into one library as GDAL's own build does.
for module in gdal ogr osr gnm gdalconst; do
    mkdir -p "java/$module"
    swig -c++ -java -Iswig/include -Iswig/include/java -package "org.gdal.$module" -outdir "java/$module" \
        -o "${module}_wrap.cpp" "swig/include/$module.i"
done
read -ra gdal_flags <<<"$(gdal-config --cflags)"
printf '%s\0' ./*_wrap.cpp | xargs -0 -P "$(nproc)" -I{} g++ -O1 -fPIC -fno-strict-aliasing -w "${gdal_flags[@]}" \
    -I"$java_home/include" -I"$java_home/include/linux" -c {}
mkdir lib
g++ -shared -o lib/libgdalalljni.so ./*_wrap.o -lgdal

rm -rf "$cache/gdal-$version"
mv lib "$cache/gdal-$version"
