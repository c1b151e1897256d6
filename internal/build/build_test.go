package build

import (
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOf reads what Go notes in the kinds of builds that there are.
func TestOf(t *testing.T) {
	t.Parallel()
	checkout := []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "25a066d"}, {Key: "vcs.modified", Value: "true"}}
	for _, c := range []struct {
		note  string
		noted debug.BuildInfo
		want  Info
	}{
		{
			"go run",
			debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Path: module, Version: "(devel)"}},
			Info{Version: "devel", Go: "go1.26.0"},
		},
		{
			"go install of a release",
			debug.BuildInfo{Main: debug.Module{Path: module, Version: "v1.2.3"}},
			Info{Version: "v1.2.3"},
		},
		{
			"a program of the same repository, beside the library",
			debug.BuildInfo{Main: debug.Module{Path: module + "/scale"}, Deps: []*debug.Module{
				{Path: module, Version: "v0.0.0-00010101000000-000000000000", Replace: &debug.Module{Path: "../", Version: "(devel)"}},
			}},
			Info{Version: "devel"},
		},
		{
			"go build in a checkout with changes",
			debug.BuildInfo{Main: debug.Module{Path: module, Version: "v0.0.0-20261128000000-25a066d+dirty"}, Settings: checkout},
			Info{Version: "v0.0.0-20261128000000-25a066d+dirty", Commit: "25a066d", Dirty: true},
		},
		{
			"a program of others, whose commit is not ours",
			debug.BuildInfo{
				Main: debug.Module{Path: "example.org/audit", Version: "v9.9.9"}, Settings: checkout,
				Deps: []*debug.Module{{Path: "example.org/other", Version: "v3.0.0"}, {Path: module, Version: "v1.2.3"}},
			},
			Info{Version: "v1.2.3"},
		},
	} {
		require.Equal(t, c.want, of(&c.noted), c.note)
	}
	require.Equal(t, "dsaeval devel", Info{Version: "devel"}.Name())
}

// TestRead runs in a program of this repository, of which tests note no commit.
func TestRead(t *testing.T) {
	t.Parallel()
	have := Read()
	require.NotEmpty(t, have.Go)
	require.NotEmpty(t, have.Version)
}
