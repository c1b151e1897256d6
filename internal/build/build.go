// Package build tells of which source the program was built. Reports and the
// version command say it alike.
package build

import "runtime/debug"

const module = "github.com/dsaeval/dsaeval"

// Info is what the Go command noted in the program.
type Info struct {
	// Version is a release or, of a build in a checkout, what Go makes of the
	// commit; "devel" where neither is known.
	Version string
	// Commit is the full name of the commit; empty where the build did not look,
	// as with go run, or had no repository.
	Commit string
	// Dirty says that files had changes that were not committed; false without a
	// Commit.
	Dirty bool
	// Go is the version of the compiler.
	Go string
	// OPA is the version of the library that is linked to read policies; empty if none is.
	OPA string
}

// pinned is what Read returns in the place of what is noted.
var pinned *Info

// Pin has Read return something else than what is noted, so that what tests compare
// with files does not change with each commit. It is for the beginning of a program.
func Pin(info Info) { pinned = &info }

// Read returns what is known about the running program, be it the command or
// another one that has the library built in.
func Read() Info {
	if pinned != nil {
		return *pinned
	}
	noted, ok := debug.ReadBuildInfo()
	if !ok {
		return Info{Version: "devel"}
	}
	return of(noted)
}

func of(noted *debug.BuildInfo) Info {
	info := Info{Version: "devel", Go: noted.GoVersion}
	for _, m := range append([]*debug.Module{&noted.Main}, noted.Deps...) {
		// What stands in the place of a directory is no version of it.
		directory := m.Replace != nil && (m.Replace.Version == "" || m.Replace.Version == "(devel)")
		if m.Path == module && m.Version != "" && m.Version != "(devel)" && !directory {
			info.Version = m.Version
		}
		if m.Path == "github.com/open-policy-agent/opa" {
			info.OPA = m.Version
		}
	}
	// The commit is that of the main module, which may be a program that only
	// imports the library.
	if noted.Main.Path != module {
		return info
	}
	for _, s := range noted.Settings {
		switch s.Key {
		case "vcs.revision":
			info.Commit = s.Value
		case "vcs.modified":
			info.Dirty = s.Value == "true"
		}
	}
	return info
}

// Name is the program with its version, as reports name what made them.
func (i Info) Name() string { return "dsaeval " + i.Version }
