-- Which caller keeps what on a server's disk. How large it is says the disk; what is gone from there is forgotten here.
create table kept_path (
    -- The home folder below which it lies: several servers may keep their tables in one database.
    home varchar(1000) not null,
    -- File or folder, relative to the home folder.
    path varchar(500) not null,
    caller varchar(100) not null,
    primary key (home, path)
);

create index kept_path_by_caller on kept_path (home, caller);
