# The same dotnet commands as in README.md, by one word each; called from this directory.
#   ./build.ps1 Run       starts the portal for development at http://localhost:5080
#   ./build.ps1 Test      runs every test
#   ./build.ps1 Publish   builds what is deployed, into artifacts/publish
param(
    [Parameter(Mandatory)]
    [ValidateSet('Run', 'Test', 'Publish')]
    [string] $Task
)

switch ($Task) {
    'Run' { dotnet run --project src/Web }
    'Test' { dotnet test }
    'Publish' { dotnet publish src/Web -c Release -r linux-x64 --no-self-contained -o artifacts/publish }
}
exit $LASTEXITCODE
