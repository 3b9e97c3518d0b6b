var y={server:null,role:"reader",connected:!1,plan:null,original:null,preview:null,compared:null,frame:null,ct:null,contours:[],dose:null,planes:null,otherDose:null,cursor:[0,0,0],selection:{needle:null,seed:null},display:{dose:!1,contours:!0,isodoses:!0,washOpacity:.35,slab:0,window:{width:400,level:40,key:"soft"},levels:[],hidden:new Set,layout:"all",active:"axial",tool:"look",relative:!1,tab:"needles"},views:{},measures:[],forbidden:{forbidden:[],not_from:[]},draft:null,job:null},Jo=new Map;function Mt(i,e){for(let t of i.split(" "))Jo.has(t)||Jo.set(t,new Set),Jo.get(t).add(e)}function Ue(i,e){for(let t of Jo.get(i)??[])t(e)}function gp(){Jo=new Map}function Zt(){return y.preview?.plan??y.plan}var Fn=()=>y.plan?.kind==="implant",Gn=(i,e)=>i?.needles.find(t=>t.id===e)??null,ys=(i,e)=>i?.seeds.find(t=>t.id===e)??null,tn=()=>y.role==="editor"&&y.connected&&y.plan!==null&&y.job===null;function Bn(i,e=null){y.selection.needle===i&&y.selection.seed===e||(y.selection={needle:i,seed:e},Ue("selection"))}function pn(i){y.cursor=y.frame.clamped(i),Ue("cursor")}var Ux="http://www.w3.org/2000/svg",_p={value:1,checked:1,disabled:1};function C(i,e={},...t){return xp(document.createElement(i),e,t)}function ut(i,e={},...t){return xp(document.createElementNS(Ux,i),e,t)}function xp(i,e,t){for(let[n,s]of Object.entries(e))if(s!=null&&!(s===!1&&!n.startsWith("aria-")&&!(n in _p)))if(n==="text")i.textContent=s;else if(n==="on")for(let[r,o]of Object.entries(s))i.addEventListener(r,o);else n in _p?i[n]=s:i.setAttribute(n,s===!0&&!n.startsWith("aria-")?"":String(s));for(let n of t.flat())n!=null&&n!==!1&&i.append(n);return i}function at(i,e,t={}){return C("button",{type:"button",text:i,on:{click:e},...t})}function ft(i,e,t){let n=String(t);i.getAttribute(e)!==n&&i.setAttribute(e,n)}function ni(i,e){i.textContent!==e&&(i.textContent=e)}function Xn(i,e,t={}){return C("table",t,C("thead",{},C("tr",{},i.map(n=>C("th",{scope:"col",text:n})))),C("tbody",{},e))}function hn(i){let e=!1,t=[];return(...n)=>{t=n,!e&&(e=!0,requestAnimationFrame(()=>{e=!1,i(...t)}))}}var yp={notice:"Research software, not a medical device","boot.ct":"Loading the CT …","boot.failed":"The page could not be built. Load it again; if that does not help, the browser's console says why.","boot.no-token":"This address has no valid key. Open the page with the address that `tps view` printed.","server.lost":"The connection to the server is lost. Nothing that was not finished is kept; trying again …",state:"State of the plan","state.unsigned":"NOT APPROVED","state.prepared":"NOT APPROVED: prepared, not reviewed","state.signed":"APPROVED","state.changed-since":"NOT APPROVED: changed since signed",restored:'Earlier work was put back: {steps} edit(s). "Back to the plan as opened" takes it away.',"state.revision":"Revision {revision}","state.offline":"no connection","state.reader":"read only: another tab edits","checked.checked":"checked","checked.edited-not-checked":"edited, not re-checked","checked.preview":"preview","no-plan":"No plan yet: make one under Plan.",undo:"Undo",redo:"Redo","toggle.wash":"Dose wash","toggle.contours":"Contours","toggle.isodoses":"Isodoses",window:"Window","window.soft":"Soft tissue","window.lung":"Lung","window.bone":"Bone","window.free":"free","window.shown":"W {width}  L {level}",tools:"Tools","tool.measure":"Measure","tool.needle":"Add needle","tool.clear":"Clear","tool.needle.entry":"Click the entry on the skin.","tool.needle.tip":"Now click the tip. Esc stops.","tool.measure.from":"Click the first point.","tool.measure.to":"Click the second point.","layout.reset":"Reset views","layout.all":"All panes",language:"Language",help:"Help",close:"Close",check:"Check","check.what":"The plan as it stands becomes a version: evaluated in full and checked a second time by separately coded dose. Any edit after it needs a new check.","check.author":"Author","check.reason":"Reason of the change","check.no-author":"An author is needed.","check.do":"Check","check.done":"Checked: version {version}.","export.check-first":"Check the plan first: only what was evaluated in full is exported.","export.unsigned":"Not signed by a preparer and a reviewer: exported as NOT APPROVED.","compare.version":"version {number} {author}","check.running":"Evaluating in full and checking a second time …",sign:"Sign",export:"Export",panes:"Pictures",dock:"Figures and tables","pane.axial":"Axial","pane.sagittal":"Sagittal","pane.coronal":"Coronal","pane.space":"3D","pane.needle":"Needle's eye","pane.slice.label":"{name}, slice {slice} of {count}","pane.space.label":"Targets, organs, needles and seeds in space; it only turns","pane.space.none":"This browser has no WebGL: no picture in space. Everything else works.","pane.needle.of":"Needle's eye: needle {id}, {length} mm","pane.needle.none":"Choose a needle: in a picture or in the table.",crossed:"{name}: {mm} mm",near:"{name} is {mm} mm away","isodose.title":"{gy} Gy = {percent} %",locked:"locked",lock:"lock",unlock:"locked","lock.needle":"Lock needle {id}","unlock.needle":"Unlock needle {id}","lock.seed":"Lock seed {id}","unlock.seed":"Unlock seed {id}",needle:"Needle",needles:"Needles","needle.title":"Needle {id}, {length} mm","needle.depth":"Depth, mm","needle.tilt":"Tilt, °","needle.skin-angle":"To skin normal, °","needle.lung":"Lung, mm","needle.choose":"Choose a needle to type its ends, add a seed, or remove it.","needle.entry":"Entry","needle.tip":"Tip","needle.coordinate":"{end} of needle {id}, {axis} in mm","needle.remove":"Remove needle {id}","needle.details":"Needle {id}","handle.entry":"Entry of needle {id}","handle.tip":"Tip of needle {id}",seed:"Seed",seeds:"Seeds","seed.label":"Seed {id}, needle {needle}, {depth} mm from the tip","seed.depth":"From tip, mm","seed.depth.of":"Distance of seed {id} from the tip, mm","seed.position":"x, y, z, mm","seed.strength":"Strength, U","seed.manual":"by hand","seed.remove":"Remove seed {id}","seed.add":"Add seed","seed.add.at":"At","seed.add.depth":"Distance of the new seed from the tip, mm",rules:"Rules","rules.broken":"{count} with a broken rule","drag.again":"Chosen. Drag it again to move it.","drag.locked":"Locked: unlock it first.","drag.reader":"This tab is read only.","drag.end-on":"The needle points into this picture: drag the seed in another one, or use the arrow keys.","drag.cancelled":"Taken back: nothing was changed.","drag.lost":"The connection broke while something was dragged: nothing was changed.","drag.fine":"No rule is broken.","edits.none":"No edits.","edits.original":"Back to the plan as opened",warnings:"Warnings","warnings.none":"None.","tab.needles":"Needles","tab.seeds":"Seeds","tab.structures":"Structures","tab.edits":"Edits","tab.steer":"Plan","tab.compare":"Compare",dvh:"Dose-volume histogram","dvh.curves":"Curves: click to hide","dvh.table":"Values as a table","dvh.show-gy":"in Gy","dvh.show-percent":"in %","dvh.dose":"Dose, {unit}","dvh.volume":"Volume, %","dvh.hover":"{name}: {gy} Gy ({percent} %), {volume} %, {cc} cm³","dvh.hover.before":"{name}, before: {gy} Gy ({percent} %), {volume} %, {cc} cm³",metrics:"Metrics","goal.met":"kept","goal.missed":"not kept","metric.volume_cc":"Volume","metric.minimum_peripheral_dose_gy":"Min. per. dose","metric.matched_peripheral_dose_gy":"Matched per. dose","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"Mean dose","metric.max_gy":"Max. dose","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"Conformation CI","metric.ei":"External EI","metric.hi":"Homogeneity HI",structure:"Structure","structure.show":"Show {name}",shown:"Shown",kind:"Kind","kind.target":"target","kind.organ":"organ","kind.derived":"found in the CT","kind.body":"body","kind.other":"other",coldest:"Coldest place","coldest.go":"Go to the coldest place of {name}",levels:"Isodoses","level.show":"Show the isodose at {percent} %","level.gy":"Dose of the isodose at {percent} %, Gy","level.percent":"Isodose of {gy} Gy in per cent of the prescription","level.legend":"{gy} Gy · {percent} %",dose:"Dose","of-prescription":"Of the prescription","wash.opacity":"Opacity of the dose wash",readout:"At the pointer","readout.none":"Point at a picture.","readout.no-dose":"outside the dose grid","plan.run":"Plan","plan.cancel":"Cancel","plan.progress":"Progress of planning","plan.running":"planning …","plan.keep-locked":"Keep locked needles and seeds where they are","plan.locked":"Locked: needles {needles}; seeds {seeds}.","plan.none-locked":"Nothing is locked.","plan.started":"Started.","plan.cancelling":"Stopping …","plan.more":"More","job.done":"Done.","job.failed":"Planning failed.","job.cancelled":"Cancelled: the plan is as it was.","job.running":"Running.","job.started":"Started.","form.clearance":"Clearance of {name}, mm","form.list":"values with commas between","form.mapping":"Name: number, Name","request.targets":"Targets","request.prescription":"Prescription","request.prescription.dose_gy":"Dose, Gy","request.prescription.metric":"Prescribed to","request.strength_u":"Strength of a seed, U","request.avoid":"Avoid (clearance, mm)","request.cross":"May be crossed","request.limits":"Limits","request.max_needles":"Needles at most","request.margin_mm":"Margin, mm","request.steering":"Direction of the needles","request.protocol":"Spacing, clearances and other rules","request.protocol.needle_spacing_mm":"Needle spacing, mm (from, to)","request.protocol.seed_spacing_mm":"Seed spacing, mm (from, to)","request.steering.side":"From (side)","request.steering.in_plane":"Within axial slices","request.steering.max_lung_mm":"Through lung at most, mm","request.steering.max_depth_mm":"Depth at most, mm",compare:"Comparison","compare.with":"Compare with","compare.original":"the plan as opened","compare.start":"Compare","compare.stop":"Stop comparing","compare.hint":"Metrics stand side by side; DVH and isodoses of the other plan are dashed.","compare.shown":"Shown","compare.other":"Other","compare.difference":"Difference","compare.count":"{needles} needles, {seeds} seeds","sign.read":"Read what is signed. A later change makes the signature void.","sign.what":"What","sign.value":"Value","sign.as":"Signed as","sign.prepared":"Prepared by","sign.reviewed":"Reviewed by","sign.name":"Name","sign.reason":"Reason or remark","sign.do":"Sign","sign.no-name":"A name is needed.","sign.done":"{role} {name}: signed.","export.what":"The plan is evaluated and checked in full and written as a new version into a new folder beside the opened one. The opened plan stays as it is.","export.changes":"What changed","export.broken":"Rules that are broken","export.sure":"Export all the same; it is written into the plan","export.not-sure":"Rules are broken: say that you mean it.","export.name":"Name of the new folder","export.do":"Export","export.running":"Evaluating, checking and writing …","export.done":"Exported","fact.folder":"Folder","fact.version":"Version","fact.parent":"Made from version","fact.files":"Files","fact.seed_length_mm":"Length of a seed, mm","fact.level_text":"Level in words","fact.second check":"Second check","fact.author":"Author","fact.reason":"Reason","fact.at":"Time","fact.strength_label":"Strength","fact.strength_at":"Strength holds at","fact.calibration":"Calibration","fact.needles":"Needles","fact.seeds":"Seeds","fact.headline":"Dose","fact.goals":"Goals","fact.status":"Status","fact.reasons":"Why not met","fact.signatures":"Signatures","fact.prepared":"Prepared by","fact.reviewed":"Reviewed by","fact.notes":"Notes","fact.dose":"Dose","fact.access":"Access","fact.limits":"Limits","fact.dose_gy":"Dose, Gy","fact.metric":"Prescribed to","fact.name":"Name","fact.model":"Model","fact.text":"Text","fact.met":"kept","fact.value":"Value","fact.dose_met":"Dose met","fact.limits_kept":"Limits kept","fact.label":"In words","fact.key":"Key","fact.hash":"Hash","fact.source":"Source","fact.level":"Level of the source data","fact.prescription":"Prescription","fact.strength":"Strength","fact.warnings":"Warnings","fact.second_check":"Second check","fact.date":"Date","fact.approval":"Approval","fact.edits":"Edits","fact.metrics":"Metrics","fact.verdict":"Verdict","fact.points":"Points","fact.max_relative_difference":"Largest relative difference",yes:"yes",no:"no","help.keys":"Keys","help.what":"What they do","help.units":"All coordinates: DICOM patient axes in mm (x to the left, y to posterior, z to superior). Dose: total of the permanent implant, Gy.","help.slice":"one slice","help.slices":"ten slices","help.ends":"first and last slice","help.cursor":"set the crosshair in all pictures","help.follow":"crosshair follows","help.zoom":"zoom","help.pan":"move the picture","help.window":"window width and level","help.presets":"soft tissue, lung, bone","help.reset":"reset views","help.full":"one pane, or all (double click)","help.toggles":"dose wash, contours, isodoses","help.needles":"next, previous needle","help.nudge":"0.5 mm along the needle; with Shift 5 mm","help.undo":"undo","help.redo":"redo","help.measure":"measure","help.escape":"take a drag back, leave a tool, close","help.help":"this page","keys.Wheel, ↑ ↓":"Wheel, ↑ ↓","keys.Click":"Click","keys.Shift + move":"Shift + move","keys.Ctrl + wheel":"Ctrl + wheel","keys.Middle / Ctrl drag":"Middle / Ctrl drag","keys.Right drag":"Right drag","keys.Arrows on a seed":"Arrows on a seed","state.delivered":"DELIVERED",slab:"Slab","slab.of":"Brightest of {mm} mm","slab.none":"One slice","slab.shown":"brightest of {mm} mm","tool.seed":"Add seed","tool.seed.at":"Click where the seed lies. Esc stops.","tab.found":"Seeds found","found.seeds":"Seeds found","found.is":"Is","found.moved":"Along, across, mm","found.sure":"How sure","found.by-hand":"by hand","found.counts":"{found} of {planned} seeds; {matched} matched, {by_hand} corrected by hand.","found.label":"Seed {id}, {standing}","found.choose":"Choose a seed to move, split or remove it. In a picture it can be dragged anywhere.","found.coordinate":"{what} of seed {id}, {axis}","found.place":"Place, mm","found.axis":"Axis","found.split":"Split seed {id} into two","found.remove":"Take out seed {id}","found.details":"Seed {id}","standing.planned":"seed {planned} of needle {needle}","standing.extra":"not planned","standing.far":"far from the target","standing.before":"there before",lost:"Planned, not found","lost.title":"Seed {seed} of needle {needle}","lost.take":"Put it here",doubtful:"Doubtful, not counted","doubtful.title":"May be a seed ({confidence} %)","doubtful.take":"Count it","metric.planned":"planned {value}","check.what.found":"The seeds as they stand become a version: the delivered dose is computed in full, with its bands, and checked a second time by separately coded dose.","export.what.found":"The corrected seeds and the dose they give are written as a new verified folder beside the opened one, as tps verify --seeds does. The opened folder stays as it is.","tool.forbid":"Forbid a region","tool.forbid-directions":"Forbid directions","forbid.axial":"Draw in the axial picture.","forbid.region":"Forbid a region","forbid.do":"Forbid","forbid.what":"No needle of the next planning enters what was outlined, on these slices.","forbid.from":"From slice","forbid.to":"To slice","forbid.name":"Name","forbid.name.own":"Forbidden 1","forbid.region.how":"Draw around the region in the axial picture, the button held. Esc stops.","forbid.directions.how":"Draw an arc around the target in the axial picture, the button held: needles do not come from there. Esc stops.","forbid.list":"Forbidden to the next planning","forbid.allow":"Allow","forbid.allow.of":"Allow again: {what}","forbid.region.of":"No needle through {name}, z {from} to {to} mm","forbid.directions.of":"No needle from {from}° to {to}°","forbid.region.title":"{name}: forbidden to the next planning","forbid.directions.title":"Needles do not come from here in the next planning",picture:"Save picture","picture.plan":"revision {revision}, version {version}","picture.not-clinical":"Not for clinical use","picture.saved":"Saved as {name}.","help.picture":"save the active picture as a file"};var vp={notice:"研究软件，非医疗器械","boot.ct":"正在载入 CT …","boot.failed":"页面无法构建。请重新载入；如仍不行，请查看浏览器控制台。","boot.no-token":"此地址没有有效密钥。请用 `tps view` 打印的地址打开本页。","server.lost":"与服务器的连接已断开。未完成的操作不会保留；正在重新连接 …",state:"计划状态","state.unsigned":"未批准","state.prepared":"未批准：已制定，未审核","state.signed":"已批准","state.changed-since":"未批准：签署后有更改",restored:"已恢复先前的工作：{steps} 处修改。“恢复到打开时的计划”可清除。","state.revision":"修订 {revision}","state.offline":"无连接","state.reader":"只读：另一标签页正在编辑","checked.checked":"已核对","checked.edited-not-checked":"已修改，未重新核对","checked.preview":"预览","no-plan":"尚无计划：请在“计划”中制定。",undo:"撤销",redo:"重做","toggle.wash":"剂量色图","toggle.contours":"轮廓","toggle.isodoses":"等剂量线",window:"窗宽窗位","window.soft":"软组织","window.lung":"肺","window.bone":"骨","window.free":"自定义","window.shown":"窗宽 {width}  窗位 {level}",tools:"工具","tool.measure":"测距","tool.needle":"添加针","tool.clear":"清除","tool.needle.entry":"请点击皮肤进针点。","tool.needle.tip":"再点击针尖。Esc 取消。","tool.measure.from":"请点击第一点。","tool.measure.to":"请点击第二点。","layout.reset":"重置视图","layout.all":"全部窗格",language:"语言",help:"帮助",close:"关闭",check:"核对","check.what":"当前计划将成为一个版本：完整评估，并由独立编写的剂量计算进行第二次核对。此后的任何修改都需要重新核对。","check.author":"作者","check.reason":"更改原因","check.no-author":"请填写作者。","check.do":"核对","check.done":"已核对：版本 {version}。","export.check-first":"请先核对计划：只有完整评估过的计划才能导出。","export.unsigned":"尚未由制定者和审核者签署：将以“未批准”导出。","compare.version":"版本 {number} {author}","check.running":"正在完整评估并进行第二次核对 …",sign:"签署",export:"导出",panes:"图像",dock:"数据与表格","pane.axial":"横断面","pane.sagittal":"矢状面","pane.coronal":"冠状面","pane.space":"三维","pane.needle":"沿针视图","pane.slice.label":"{name}，第 {slice} 层，共 {count} 层","pane.space.label":"靶区、器官、针与粒子的三维图；只可旋转","pane.space.none":"此浏览器没有 WebGL：无三维图。其余功能均可使用。","pane.needle.of":"沿针视图：针 {id}，{length} mm","pane.needle.none":"请在图像或表格中选择一根针。",crossed:"{name}：{mm} mm",near:"距 {name} {mm} mm","isodose.title":"{gy} Gy = {percent} %",locked:"已锁定",lock:"锁定",unlock:"已锁","lock.needle":"锁定针 {id}","unlock.needle":"解锁针 {id}","lock.seed":"锁定粒子 {id}","unlock.seed":"解锁粒子 {id}",needle:"针",needles:"针","needle.title":"针 {id}，{length} mm","needle.depth":"深度 mm","needle.tilt":"倾角 °","needle.skin-angle":"与皮肤法线 °","needle.lung":"肺 mm","needle.choose":"选择一根针后可输入两端坐标、添加粒子或删除该针。","needle.entry":"进针点","needle.tip":"针尖","needle.coordinate":"针 {id} {end} {axis}，mm","needle.remove":"删除针 {id}","needle.details":"针 {id}","handle.entry":"针 {id} 的进针点","handle.tip":"针 {id} 的针尖",seed:"粒子",seeds:"粒子","seed.label":"粒子 {id}，针 {needle}，距针尖 {depth} mm","seed.depth":"距针尖 mm","seed.depth.of":"粒子 {id} 距针尖，mm","seed.position":"x, y, z，mm","seed.strength":"源强 U","seed.manual":"手动","seed.remove":"删除粒子 {id}","seed.add":"添加粒子","seed.add.at":"距针尖","seed.add.depth":"新粒子距针尖，mm",rules:"规则","rules.broken":"{count} 处违反规则","drag.again":"已选中。再次拖动即可移动。","drag.locked":"已锁定：请先解锁。","drag.reader":"此标签页为只读。","drag.end-on":"针垂直于此图像：请在其他图像中拖动粒子，或使用方向键。","drag.cancelled":"已取消：未作更改。","drag.lost":"拖动时连接中断：未作更改。","drag.fine":"未违反规则。","edits.none":"无修改。","edits.original":"恢复到打开时的计划",warnings:"警告","warnings.none":"无。","tab.needles":"针","tab.seeds":"粒子","tab.structures":"结构","tab.edits":"修改","tab.steer":"计划","tab.compare":"比较",dvh:"剂量体积直方图","dvh.curves":"曲线：点击隐藏","dvh.table":"数值表","dvh.show-gy":"以 Gy 显示","dvh.show-percent":"以 % 显示","dvh.dose":"剂量，{unit}","dvh.volume":"体积，%","dvh.hover":"{name}：{gy} Gy（{percent} %），{volume} %，{cc} cm³","dvh.hover.before":"{name}，修改前：{gy} Gy（{percent} %），{volume} %，{cc} cm³",metrics:"剂量指标","goal.met":"满足","goal.missed":"未满足","metric.volume_cc":"体积","metric.minimum_peripheral_dose_gy":"最小周边剂量","metric.matched_peripheral_dose_gy":"匹配周边剂量","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"平均剂量","metric.max_gy":"最大剂量","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"适形指数 CI","metric.ei":"靶外指数 EI","metric.hi":"均匀性指数 HI",structure:"结构","structure.show":"显示 {name}",shown:"显示",kind:"类别","kind.target":"靶区","kind.organ":"器官","kind.derived":"由 CT 识别","kind.body":"体表","kind.other":"其他",coldest:"最低剂量点","coldest.go":"转到 {name} 的最低剂量点",levels:"等剂量线","level.show":"显示 {percent} % 等剂量线","level.gy":"{percent} % 等剂量线的剂量，Gy","level.percent":"{gy} Gy 等剂量线占处方剂量的百分比","level.legend":"{gy} Gy · {percent} %",dose:"剂量","of-prescription":"占处方剂量","wash.opacity":"剂量色图不透明度",readout:"指针处","readout.none":"请将指针移到图像上。","readout.no-dose":"剂量网格之外","plan.run":"制定计划","plan.cancel":"取消","plan.progress":"计划进度","plan.running":"正在计划 …","plan.keep-locked":"保持已锁定的针与粒子不动","plan.locked":"已锁定：针 {needles}；粒子 {seeds}。","plan.none-locked":"没有锁定项。","plan.started":"已开始。","plan.cancelling":"正在停止 …","plan.more":"更多","job.done":"完成。","job.failed":"计划失败。","job.cancelled":"已取消：计划未改变。","job.running":"进行中。","job.started":"已开始。","form.clearance":"{name} 的间距，mm","form.list":"以逗号分隔","form.mapping":"名称: 数值, 名称","request.targets":"靶区","request.prescription":"处方","request.prescription.dose_gy":"剂量，Gy","request.prescription.metric":"处方指标","request.strength_u":"粒子源强，U","request.avoid":"避开（间距，mm）","request.cross":"允许穿过","request.limits":"限量","request.max_needles":"最多针数","request.margin_mm":"外扩，mm","request.steering":"进针方向","request.protocol":"间距、避让及其他规则","request.protocol.needle_spacing_mm":"针间距，mm（下限, 上限）","request.protocol.seed_spacing_mm":"粒子间距，mm（下限, 上限）","request.steering.side":"进针侧","request.steering.in_plane":"限于横断面内","request.steering.max_lung_mm":"经肺最长，mm","request.steering.max_depth_mm":"最大深度，mm",compare:"比较","compare.with":"比较对象","compare.original":"打开时的计划","compare.start":"比较","compare.stop":"停止比较","compare.hint":"指标并列显示；另一计划的 DVH 与等剂量线为虚线。","compare.shown":"当前","compare.other":"对照","compare.difference":"差值","compare.count":"{needles} 针，{seeds} 粒","sign.read":"请核对签署内容。之后的任何更改都会使签署失效。","sign.what":"项目","sign.value":"值","sign.as":"签署身份","sign.prepared":"制定者","sign.reviewed":"审核者","sign.name":"姓名","sign.reason":"理由或备注","sign.do":"签署","sign.no-name":"请填写姓名。","sign.done":"{role} {name}：已签署。","export.what":"计划将完整评估并核对，作为新版本写入原文件夹旁的新文件夹。原计划保持不变。","export.changes":"更改内容","export.broken":"违反的规则","export.sure":"仍然导出；将写入计划","export.not-sure":"存在违反的规则：请勾选确认。","export.name":"新文件夹名称","export.do":"导出","export.running":"正在评估、核对并写入 …","export.done":"已导出","fact.folder":"文件夹","fact.version":"版本","fact.parent":"来源版本","fact.files":"文件","fact.seed_length_mm":"粒子长度，mm","fact.level_text":"级别说明","fact.second check":"第二次核对","fact.author":"作者","fact.reason":"原因","fact.at":"时间","fact.strength_label":"源强","fact.strength_at":"源强对应时间","fact.calibration":"校准","fact.needles":"针","fact.seeds":"粒子","fact.headline":"剂量","fact.goals":"目标","fact.status":"状态","fact.reasons":"未达标原因","fact.signatures":"签署","fact.prepared":"制定者","fact.reviewed":"审核者","fact.notes":"说明","fact.dose":"剂量","fact.access":"进针","fact.limits":"限量","fact.dose_gy":"剂量，Gy","fact.metric":"处方指标","fact.name":"名称","fact.model":"型号","fact.text":"内容","fact.met":"满足","fact.value":"值","fact.dose_met":"剂量达标","fact.limits_kept":"限量满足","fact.label":"说明","fact.key":"键","fact.hash":"哈希值","fact.source":"源","fact.level":"源数据级别","fact.prescription":"处方","fact.strength":"源强","fact.warnings":"警告","fact.second_check":"第二次核对","fact.date":"日期","fact.approval":"批准","fact.edits":"修改","fact.metrics":"剂量指标","fact.verdict":"结论","fact.points":"点数","fact.max_relative_difference":"最大相对差",yes:"是",no:"否","help.keys":"按键","help.what":"作用","help.units":"坐标为 DICOM 患者坐标，mm（x 向左，y 向后，z 向上）。剂量为永久植入总剂量，Gy。","help.slice":"一层","help.slices":"十层","help.ends":"首层与末层","help.cursor":"在所有图像中设置十字线","help.follow":"十字线跟随","help.zoom":"缩放","help.pan":"平移","help.window":"窗宽窗位","help.presets":"软组织、肺、骨","help.reset":"重置视图","help.full":"单窗格或全部（双击）","help.toggles":"剂量色图、轮廓、等剂量线","help.needles":"下一根、上一根针","help.nudge":"沿针移动 0.5 mm；按 Shift 为 5 mm","help.undo":"撤销","help.redo":"重做","help.measure":"测距","help.escape":"取消拖动、退出工具、关闭","help.help":"本页","keys.Wheel, ↑ ↓":"滚轮, ↑ ↓","keys.Click":"单击","keys.Shift + move":"Shift + 移动","keys.Ctrl + wheel":"Ctrl + 滚轮","keys.Middle / Ctrl drag":"中键 / Ctrl 拖动","keys.Right drag":"右键拖动","keys.Arrows on a seed":"粒子上的方向键","state.delivered":"已植入",slab:"层厚投影","slab.of":"{mm} mm 内最大密度","slab.none":"单层","slab.shown":"{mm} mm 最大密度投影","tool.seed":"添加粒子","tool.seed.at":"点击粒子所在位置。按 Esc 停止。","tab.found":"找到的粒子","found.seeds":"找到的粒子","found.is":"对应","found.moved":"沿针、横向位移，mm","found.sure":"可信度","found.by-hand":"手动","found.counts":"计划 {planned} 颗，找到 {found} 颗；匹配 {matched} 颗，手动修正 {by_hand} 颗。","found.label":"粒子 {id}，{standing}","found.choose":"选择一颗粒子以移动、拆分或删除。在图像中可向任意方向拖动。","found.coordinate":"粒子 {id} 的{what}，{axis}","found.place":"位置，mm","found.axis":"轴向","found.split":"将粒子 {id} 拆分为两颗","found.remove":"删除粒子 {id}","found.details":"粒子 {id}","standing.planned":"针 {needle} 的粒子 {planned}","standing.extra":"计划外","standing.far":"远离靶区","standing.before":"此前已有",lost:"计划中未找到","lost.title":"针 {needle} 的粒子 {seed}","lost.take":"放在此处",doubtful:"存疑，未计入","doubtful.title":"可能是粒子（{confidence} %）","doubtful.take":"计入","metric.planned":"计划 {value}","check.what.found":"当前的粒子成为一个版本：完整计算已植入剂量及其不确定范围，并由独立编写的剂量程序复核。","export.what.found":"修正后的粒子及其剂量作为新的验证文件夹写在所打开文件夹旁边，与 tps verify --seeds 的结果相同。所打开的文件夹保持不变。","tool.forbid":"禁止区域","tool.forbid-directions":"禁止方向","forbid.axial":"请在横断面图像中绘制。","forbid.region":"禁止区域","forbid.do":"禁止","forbid.what":"下次计划中，任何针都不进入这些层面上所勾画的区域。","forbid.from":"起始层","forbid.to":"终止层","forbid.name":"名称","forbid.name.own":"例如 Forbidden 1","forbid.region.how":"按住按键，在横断面图像中沿区域边缘勾画。按 Esc 停止。","forbid.directions.how":"按住按键，在横断面图像中围绕靶区画一段弧：针不从该方向进入。按 Esc 停止。","forbid.list":"下次计划禁止","forbid.allow":"允许","forbid.allow.of":"重新允许：{what}","forbid.region.of":"针不得穿过 {name}，z {from} 至 {to} mm","forbid.directions.of":"针不得从 {from}° 至 {to}° 进入","forbid.region.title":"{name}：下次计划禁止进入","forbid.directions.title":"下次计划中针不从此方向进入",picture:"保存图像","picture.plan":"修订 {revision}，版本 {version}","picture.not-clinical":"不用于临床","picture.saved":"已保存为 {name}。","help.picture":"将当前图像保存为文件"};var ml={en:yp,zh:vp},Sp={en:"English",zh:"简体中文"},gl="en";function _l(i){gl=i in ml?i:"en",document.documentElement.lang=gl==="zh"?"zh-Hans":"en"}var ss=()=>gl;function I(i,e={}){return(ml[gl][i]??ml.en[i]??i).replace(/\{(\w+)\}/g,(n,s)=>s in e?String(e[s]):n)}var xl=i=>i in ml.en,Ze=(i,e=1)=>i==null||Number.isNaN(i)?"–":i.toFixed(e);var Ko="token",Wr="",Cu="";function bp(){let i=new URLSearchParams(location.hash.slice(1));if(i.has(Ko)){Wr=i.get(Ko),sessionStorage.setItem(Ko,Wr),i.delete(Ko);let e=i.toString();history.replaceState(null,"",location.pathname+(e?`#${e}`:""))}else Wr=sessionStorage.getItem(Ko)??"";return Wr!==""}var Mp=()=>Wr,wp=i=>{Cu=i},Tn=class extends Error{constructor(e,t,n){super(t),this.status=e,this.body=n}};async function Ru(i,e={}){let t={Authorization:`Bearer ${Wr}`,"Accept-Language":ss(),...e.headers};Cu&&(t["X-Session"]=Cu);let n;try{n=await fetch(i,{...e,headers:t,cache:"no-store"})}catch{throw new Tn(0,"")}if(n.ok)return n;let s=await n.text(),r=null;try{r=JSON.parse(s)}catch{}throw new Tn(n.status,r?.error??r?.message??s.slice(0,300),r)}var qn=async i=>(await Ru(i)).json(),Ri=async(i,e={})=>(await Ru(i,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(e)})).json();async function Xr(i){let e=await Ru(i);return{header:JSON.parse(e.headers.get("X-Grid")??"null"),bytes:await e.arrayBuffer()}}var pr=null,jo=null,Tp=0;function Ep(){return pr=C("div",{id:"message",role:"status","aria-live":"polite"}),jo=C("div",{id:"banner",role:"alert",hidden:!0}),{line:pr,banner:jo}}function lt(i,e="info"){pr&&(ni(pr,i),pr.title=i,pr.className=e,clearTimeout(Tp),Tp=setTimeout(()=>ni(pr,""),12e3))}function Qo(i){jo&&(jo.hidden=!i,ni(jo,i??""))}var Bx=1500,mr=null,yl=new Map;function Pi(i,e){yl.set(i,e)}function vl(i){return mr?.readyState!==WebSocket.OPEN?!1:(mr.send(JSON.stringify(i)),!0)}function Pu(){mr=new WebSocket(`ws://${location.host}/ws`),mr.binaryType="arraybuffer",mr.addEventListener("open",()=>vl({type:"hello",token:Mp(),language:ss()})),mr.addEventListener("message",({data:i})=>{if(typeof i!="string")return yl.get("binary")?.(i);let e=JSON.parse(i);e.type==="welcome"&&kx(e),e.type==="role"&&Ap(e.role),yl.get(e.type)?.(e)}),mr.addEventListener("close",zx)}function kx({role:i,session:e}){wp(e),y.connected=!0,Qo(""),Ap(i)}function Ap(i){y.role=i,Ue("role")}function zx(){y.connected&&(y.connected=!1,yl.get("lost")?.(),Ue("role")),Qo(I("server.lost")),setTimeout(Pu,Bx)}var ea={wheel:[],drag:[],exact:[]};function ta(i,e){requestAnimationFrame(()=>requestAnimationFrame(()=>{ea[i].push(performance.now()-e),ea[i].length>1e3&&ea[i].shift()}))}var Cp=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],qr=class{constructor(e,t){if(this.header=e,this.values=t,this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes??[[1,0,0],[0,1,0],[0,0,1]],t.length!==e.shape[0]*e.shape[1]*e.shape[2])throw new Error("dose of another size")}index(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[0,1,2].map(n=>Cp(t,this.axes[n])/this.spacing[n])}steps(e){return[0,1,2].map(t=>Cp(e,this.axes[t])/this.spacing[t])}at(e){let t=this.blended(...this.index(e));return Number.isNaN(t)?null:t}onPlane(e,t,n,s,r,o){let a=o??new Float32Array(s*r),[l,c,h]=this.index(e),[d,u,f]=this.steps(t),[g,v,m]=this.steps(n),p=0;for(let S=0;S<r;S++){let R=l+S*g,T=c+S*v,L=h+S*m;for(let A=0;A<s;A++,R+=d,T+=u,L+=f)a[p++]=this.blended(R,T,L)}return a}blended(e,t,n){let[s,r,o]=this.shape;if(e<0||t<0||n<0||e>s-1||t>r-1||n>o-1)return NaN;let a=Math.min(s-2,e|0),l=Math.min(r-2,t|0),c=Math.min(o-2,n|0),h=e-a,d=t-l,u=n-c,f=this.values,g=(c*r+l)*s+a,v=g+s*r,m=(f[g]*(1-h)+f[g+1]*h)*(1-d)+(f[g+s]*(1-h)+f[g+s+1]*h)*d,p=(f[v]*(1-h)+f[v+1]*h)*(1-d)+(f[v+s]*(1-h)+f[v+s+1]*h)*d;return m*(1-u)+p*u}corners(){let e=this.shape.map((t,n)=>(t-1)*this.spacing[n]);return[0,1,2,3,4,5,6,7].map(t=>[0,1,2].map(n=>this.origin[n]+[0,1,2].reduce((s,r)=>s+(t>>r&1)*e[r]*this.axes[r][n],0)))}};function Rp(i){let e=new DataView(i).getUint32(0,!0),t=JSON.parse(new TextDecoder().decode(new Uint8Array(i,4,e))),n=4+e,s=t.sizes.map(r=>{let o=new Float32Array(i,n,r);return n+=o.byteLength,o});return{header:t,values:s}}var Iu=null,na=null;function ki(i,e=!1){if(!i||!e&&y.plan&&i!==y.plan&&(i.revision<y.plan.revision||i.revision===y.plan.revision&&i.checked==="preview"&&y.plan.checked!=="preview"))return;y.plan=i,y.preview=null;let{needle:t,seed:n}=y.selection;t!==null&&!Gn(i,t)?y.selection={needle:null,seed:null}:n!==null&&!ys(i,n)&&(y.selection={needle:t,seed:null}),Ue("plan"),Vx()}async function Vx(){let{plan:i}=y;if(!i)return;let e=i.revision;if(!(Iu===e||na===e)){na=e;try{let{header:t,bytes:n}=await Xr(`/api/dose?revision=${i.revision}`);if(na!==e)return;y.dose=new qr(t,new Float32Array(n)),Iu=e,y.preview||(y.planes=null),Ue("dose")}catch(t){if(t instanceof Tn)lt(t.message,"bad");else throw t}finally{na===e&&(na=null)}}}function ia(){Iu=null}async function vs(){let i=await qn("/api/state");y.server={...y.server,...i},y.original=i.original,ia(),ki(i.plan,!0)}var Lu=0,Jt=null,sa=null;function Pp(){if(!tn()||Jt)return{to(){},end(){}};let i={base:y.plan.revision,edit:null,since:0,queued:!1,inFlight:0,asked:0,planes:[]};return Jt=i,Ue("drag"),{to(e,t){Jt!==i||JSON.stringify(e)===JSON.stringify(i.edit)||(Object.assign(i,{edit:e,since:t}),Hx(e),Lp(i))},end(e){Jt===i&&Up(i,e)}}}function Ip(i="drag.cancelled"){return Jt?(Up(Jt,!1),lt(I(i)),!0):!1}function Lp(i){i.inFlight?i.queued=!0:Np(i)}function Dp(){Jt?.edit&&(Jt.since=performance.now(),Lp(Jt))}function Np(i){Object.assign(i,{queued:!1,inFlight:++Lu,asked:i.since,planes:Gx()});let e=i.planes.map(({plane:{origin:t,right:n,down:s,columns:r,rows:o}})=>({origin_mm:t,right_mm:n,down_mm:s,columns:r,rows:o}));vl({type:"drag",serial:i.inFlight,base_revision:i.base,edit:i.edit,planes:e})||Op()}function Gx(){return Object.entries(y.page.panes).filter(([,e])=>!e.node.hidden).map(([e,t])=>({name:e,plane:t.dosePlane?.()})).filter(({plane:e})=>e)}function Up(i,e){Jt=null,Ue("drag"),i.edit&&(sa=e?{revision:i.base,at:performance.now()}:null,vl({type:"drag-end",serial:++Lu,base_revision:i.base,commit:e,edit:i.edit}),e||Du())}function Op(){Jt&&(Jt=null,Ue("drag"),Du(),Qo(I("drag.lost")))}function Du(){y.planes=null,ki(y.plan)}Pi("lost",Op);Pi("preview",i=>{!Jt||i.serial!==Jt.inFlight||Xx(i)});Pi("binary",i=>{let{header:e,values:t}=Rp(i);!Jt||e.serial!==Jt.inFlight||(y.planes=Object.fromEntries(Jt.planes.map(({name:n,plane:s},r)=>[n,{...s,values:t[r]}])),Ue("dose"),ta("drag",Jt.asked),Fp())});Pi("error",i=>{if(lt(i.message,"bad"),Jt){i.serial===Jt.inFlight&&Fp();return}Du()});Pi("plan",({plan:i})=>{Jt||(ki(i),!(!sa||i.checked==="preview"||i.revision<=sa.revision)&&(ta("exact",sa.at),sa=null))});function Fp(){Jt.inFlight=0,Jt.queued&&Np(Jt)}function Hx(i){let e=y.preview?.plan??{...y.plan,checked:"preview"};y.preview={serial:Lu,plan:{...e,...Wx(i)}},Ue("preview")}function Wx(i){let e=y.plan;if(i.position_mm)return{seeds:e.seeds.map(c=>c.id===i.seed?{...c,position_mm:i.position_mm}:c)};let t=i.needle??e.seeds.find(c=>c.id===i.seed).needle,n=Gn(e,t),s={...n,entry_mm:i.entry_mm??n.entry_mm,tip_mm:i.tip_mm??n.tip_mm},r=s.tip_mm.map((c,h)=>c-s.entry_mm[h]),o=Math.hypot(...r),a=r.map(c=>c/o),l=e.seeds.map(c=>{if(c.needle!==t||i.seed&&c.id!==i.seed)return c;let h=i.depth_mm??c.depth_from_tip_mm;return{...c,direction:a,depth_from_tip_mm:h,position_mm:s.tip_mm.map((d,u)=>d-h*a[u])}});return{needles:e.needles.map(c=>c.id===t?{...s,length_mm:o}:c),seeds:l}}function Xx(i){let e=y.preview?.plan??y.plan,t=!Jt.queued,n=(o,a)=>o.map(l=>{let c=a.find(h=>h.id===l.id);return c?t?{...l,...c}:{...l,rules:c.rules}:l}),s={...e.dvh};for(let[o,a]of Object.entries(i.dvh))Object.hasOwn(s,o)&&(s[o]={...s[o],...a});y.preview={serial:i.serial,plan:{...e,checked:"preview",metrics:i.metrics,dvh:s,needles:n(e.needles,i.needles),seeds:n(e.seeds,i.seeds)}};let r=[i.impossible,...i.rules].filter(Boolean);lt(r.length?r.join(" · "):I("drag.fine"),r.length?"bad":"good"),Ue("preview")}var Bp=Promise.resolve(),Nu=0;function un(i){return wl(async()=>{let e=typeof i=="function"?i(y.plan):i;return e?Ri("/api/edit",{base_revision:y.plan.revision,edit:e}):!1})}var Sl=()=>y.plan?.can_undo&&wl(()=>Ri("/api/undo")),bl=()=>y.plan?.can_redo&&wl(()=>Ri("/api/redo")),kp=()=>wl(()=>Ri("/api/original")),Ml=()=>Nu;function wl(i){if(!tn())return lt(I(y.connected?"drag.reader":"server.lost"),"bad"),Promise.resolve(!1);Nu++,Ue("busy");let e=Bp.then(async()=>{try{let t=await i();return t?(ia(),ki(t),qx(t),!0):!1}catch(t){if(!(t instanceof Tn))throw t;return lt(t.message||I("server.lost"),"bad"),t.status===409&&await vs(),!1}finally{Nu--,Ue("busy")}});return Bp=e.catch(()=>{}),e}function qx(i){let e=i.edits.at(-1),t=i.needles.filter(s=>s.rules.length).length+i.seeds.filter(s=>s.rules.length).length,n=e?e.text:I("edits.none");lt(t?`${n} · ${I("rules.broken",{count:t})}`:n,t?"bad":"info")}var zp=.5,Vp=5;function Gp(i,e,t){if(Fn())return Yx(i,e,t);let n={ArrowUp:-1,ArrowLeft:-1,ArrowDown:1,ArrowRight:1}[t.key];if(!n)return!1;if(t.repeat&&Ml())return!0;let s=n*(t.shiftKey?Vp:zp);return un(r=>{let o=ys(r,e);if(!o)return null;if(o.locked)return lt(I("drag.locked"));let a=Math.round((o.depth_from_tip_mm+s)*100)/100;return{type:"move-seed",seed:e,depth_mm:Math.max(0,a)}}),!0}function Yx(i,e,t){let n=Hp(i,t);return n?(t.repeat&&Ml()||un(s=>{let r=ys(s,e);return r&&{type:"move-seed",seed:e,position_mm:r.position_mm.map((o,a)=>o+n[a])}}),!0):!1}function Hp(i,e){let{u:t,v:n,su:s,sv:r}=i.plane,o={ArrowRight:[t,s],ArrowLeft:[t,-s],ArrowDown:[n,r],ArrowUp:[n,-r]}[e.key];if(!o)return null;let a=o[1]*(e.shiftKey?Vp:zp);return i.frame.axes[o[0]].map(l=>l*a)}function Wp(i,e,t,n){let s=Hp(i,n);return s?(n.repeat&&Ml()||un(r=>{let o=Gn(r,e);if(!o)return null;let a=`${t}_mm`;return{type:"move-needle",needle:e,[a]:o[a].map((l,c)=>l+s[c])}}),!0):!1}function Tl(i){return y.plan.seeds.filter(t=>t.needle===i)[0]?.position_mm??Gn(y.plan,i)?.tip_mm}function Xs(i){y.display.tool=y.display.tool===i?"look":i,y.draft=null,y.display.tool==="needle"&&lt(I("tool.needle.entry")),y.display.tool==="measure"&&lt(I("tool.measure.from")),y.display.tool==="forbid"&&lt(I("forbid.region.how")),y.display.tool==="forbid-directions"&&lt(I("forbid.directions.how")),y.display.tool==="seed"&&lt(I("tool.seed.at")),Ue("display"),Ue("draft")}async function Xp(i){y.display.tool==="measure"?$x(i):y.display.tool==="seed"?await El({position_mm:i}):y.draft?.entry?await Zx(y.draft.entry,i):(y.draft={entry:i},lt(I("tool.needle.tip"))),Ue("draft")}function $x(i){if(!y.draft?.entry){y.draft={entry:i},lt(I("tool.measure.to"));return}y.measures=[...y.measures,{from:y.draft.entry,to:i}],y.draft=null,Ue("measures")}async function Zx(i,e){y.draft=null;let t=new Set(y.plan.needles.map(s=>s.id)),n=s=>s.map(r=>Math.round(r*10)/10);if(await un({type:"add-needle",entry_mm:n(i),tip_mm:n(e)})){let s=y.plan.needles.find(r=>!t.has(r.id));s&&Bn(s.id),y.display.tool="look",Ue("display")}}async function El(i){let e=new Set(y.plan.seeds.map(t=>t.id));if(await un({type:"add-seed",...i})){let t=y.plan.seeds.find(n=>!e.has(n.id));t&&Bn(t.needle||null,t.id),y.display.tool="look",Ue("display")}}function qp(i){y.draft?.entry&&(y.draft.tip=i,Ue("draft"))}function Yp(){y.measures=[],y.draft=null,Ue("measures")}function qs(i){y.display.window=i,y.ct?.setWindow(i),Ue("window")}var Al=class{constructor(e,t){this.values=e,this.frame=t,this.table=new Uint32Array(65536),this.setWindow({width:400,level:40})}setWindow({width:e,level:t}){let n=t-e/2;for(let s=-32768;s<32768;s++){let r=Math.max(0,Math.min(255,Math.round((s-n)/e*255)));this.table[s&65535]=4278190080|r<<16|r<<8|r}}at(e){let[t,n,s]=this.frame.index(e).map(Math.round),[r,o,a]=this.frame.shape;return t<0||n<0||s<0||t>=r||n>=o||s>=a?null:this.values[(s*o+n)*r+t]}pixels(e,t,n=0){let{u:s,v:r,w:o,su:a,sv:l}=this.frame.planes[e],c=this.frame.shape,h=[1,c[0],c[0]*c[1]],[d,u]=[c[s],c[r]],f=new ImageData(d,u),g=new Uint32Array(f.data.buffer),{values:v,table:m}=this,p=0;for(let S=0;S<u;S++){let R=t*h[o]+(l>0?S:u-1-S)*h[r]+(a>0?0:d-1)*h[s],T=a*h[s];if(n)for(let L=0;L<d;L++,R+=T)g[p++]=m[Jx(v,R,h[o],Math.max(0,t-n)-t,Math.min(c[o]-1,t+n)-t)&65535];else for(let L=0;L<d;L++,R+=T)g[p++]=m[v[R]&65535]}return f}oblique(e,t,n,s,r){let o=new ImageData(s,r),a=new Uint32Array(o.data.buffer),{shape:l,spacing:c}=this.frame,h=this.frame.index(e),d=p=>this.frame.directionToFrame(p).map((S,R)=>S/c[R]),[u,f]=[d(t),d(n)],[g,v,m]=l;for(let p=0;p<r;p++)for(let S=0;S<s;S++){let R=h[0]+p*f[0]+S*u[0],T=h[1]+p*f[1]+S*u[1],L=h[2]+p*f[2]+S*u[2];a[p*s+S]=this.table[this.blended(R,T,L,g,v,m)&65535]}return o}blended(e,t,n,s,r,o){let a=Math.floor(e),l=Math.floor(t),c=Math.floor(n);if(a<-1||l<-1||c<-1||a>=s||l>=r||c>=o)return-32768;let{values:h}=this,d=0;for(let u=0;u<8;u++){let f=Math.min(s-1,Math.max(0,a+(u&1))),g=Math.min(r-1,Math.max(0,l+(u>>1&1))),v=Math.min(o-1,Math.max(0,c+(u>>2))),m=(u&1?e-a:1-e+a)*(u&2?t-l:1-t+l)*(u&4?n-c:1-n+c);d+=m*h[(v*r+g)*s+f]}return Math.round(d)}},gr=[{key:"soft",width:400,level:40},{key:"lung",width:1500,level:-600},{key:"bone",width:2500,level:480}];function Jx(i,e,t,n,s){let r=-32768;for(let o=n;o<=s;o++){let a=i[e+o*t];a>r&&(r=a)}return r}var Kx=Array.from({length:256},(i,e)=>{let t=e;for(let n=0;n<8;n++)t=t&1?3988292384^t>>>1:t>>>1;return t>>>0});function jx(i){let e=4294967295;for(let t of i)e=Kx[(e^t)&255]^e>>>8;return(e^4294967295)>>>0}async function $p(i,e,t){let n=new Uint8Array(await i.arrayBuffer()),s=c=>new TextEncoder().encode(c),r=[...s("iTXt"),...s(e),0,0,0,0,0,...s(t)],o=new Uint8Array(r.length+8),a=new DataView(o.buffer);a.setUint32(0,r.length-4),o.set(r,4),a.setUint32(r.length+4,jx(r));let l=n.length-12;return new Blob([n.slice(0,l),o,n.slice(l)],{type:"image/png"})}var Yr=2,Zp=16,ra=8,Qx=["stroke","stroke-width","stroke-dasharray","stroke-linecap","stroke-opacity","fill","fill-opacity","opacity","visibility","vector-effect","font-size","font-family","font-weight","text-anchor","paint-order","display"],ey=".pane-title, .pane-window, .letter, .crossed li, .empty";function ty(i){let e=Zt(),t=[I(`pane.${i.name}`),y.server.patient];return e&&(t.push(I("picture.plan",{revision:e.revision,version:e.version.slice(0,12)})),t.push(I(`checked.${e.checked}`),Fn()?I("state.delivered"):I(`state.${e.approval?.status??"unsigned"}`))),[t.filter(Boolean).join(" · "),`${y.server.software} · ${I("notice")} · ${I("picture.not-clinical")}`]}async function Cl(i){let e=ty(i),t=await ny(i,e),n=await new Promise(o=>t.toBlob(o,"image/png")),s=await $p(n,"Description",e.join(`
`)),r=document.createElement("a");r.href=URL.createObjectURL(s),r.download=`seedwright-${i.name}${y.plan?`-revision-${y.plan.revision}`:""}.png`,r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e4),lt(I("picture.saved",{name:r.download}))}async function ny(i,e){let{node:t}=i,[n,s]=[t.clientWidth,t.clientHeight],r=document.createElement("canvas"),o=`12px ${getComputedStyle(t).fontFamily}`,a=iy(r.getContext("2d"),e,o,n-2*ra);r.width=n*Yr,r.height=(s+2*ra+a.length*Zp)*Yr;let l=r.getContext("2d");l.scale(Yr,Yr),l.fillStyle="#000",l.fillRect(0,0,n,r.height),i.drawNow();let c=t.querySelector("canvas");c&&!c.classList.contains("gone")&&l.drawImage(c,0,0,n,s);let h=t.querySelector("svg");h&&!h.classList.contains("gone")&&l.drawImage(await sy(h,n,s),0,0,n,s);for(let d of t.querySelectorAll(ey))ry(l,d,t);return oy(l,t),i.name!=="space"&&ay(l,n),l.fillStyle="#e8ebef",l.font=o,l.textBaseline="middle",a.forEach((d,u)=>l.fillText(d,ra,s+ra+(u+.5)*Zp,n-2*ra)),r}function iy(i,e,t,n){return i.font=t,e.flatMap(s=>{let r=[""];for(let o of s.split(" · ")){let a=r.at(-1)?`${r.at(-1)} · ${o}`:o;!r.at(-1)||i.measureText(a).width<=n?r[r.length-1]=a:r.push(o)}return r})}async function sy(i,e,t){let n=i.cloneNode(!0),[s,r]=[i,n].map(l=>[l,...l.querySelectorAll("*")]);s.forEach((l,c)=>{let h=getComputedStyle(l);for(let d of Qx)r[c].setAttribute(d,h.getPropertyValue(d))}),n.setAttribute("width",e*Yr),n.setAttribute("height",t*Yr),n.setAttribute("xmlns","http://www.w3.org/2000/svg");let o=URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(n)],{type:"image/svg+xml"})),a=new Image;return a.src=o,await a.decode(),URL.revokeObjectURL(o),a}function ry(i,e,t){if(!e.getClientRects().length||getComputedStyle(e).visibility==="hidden")return;let[n,s]=[e.getBoundingClientRect(),t.getBoundingClientRect()],r=getComputedStyle(e);i.font=`${r.fontWeight} ${r.fontSize} ${r.fontFamily}`,i.textBaseline="top",Uu(i,e.textContent,n.x-s.x-t.clientLeft,n.y-s.y-t.clientTop,r.color)}function Uu(i,e,t,n,s){i.lineWidth=3,i.strokeStyle="#000",i.strokeText(e,t,n),i.fillStyle=s,i.fillText(e,t,n)}function oy(i,e){let t=e.querySelector(".scale-bar");if(!t?.getClientRects().length)return;let[n,s]=[t.getBoundingClientRect(),e.getBoundingClientRect()],[r,o]=[n.x-s.x-e.clientLeft,n.bottom-s.y-e.clientTop];i.fillStyle="#fff",i.fillRect(r,o-2,n.width,2),i.font="12px sans-serif",i.textBaseline="bottom",Uu(i,t.textContent,r+n.width/2-i.measureText(t.textContent).width/2,o-3,"#fff")}function ay(i,e){if(!y.plan||!(y.display.isodoses||y.display.dose))return;let t=y.display.levels.filter(n=>n.shown).sort((n,s)=>s.gy-n.gy);i.font="11px sans-serif",i.textBaseline="middle",t.forEach((n,s)=>{let r=I("level.legend",{gy:Ze(n.gy),percent:Ze(n.percent,0)}),[o,a]=[e-132,30+15*s];i.setLineDash(n.dash?.length?n.dash.map(l=>Math.max(2,l)):[]),i.lineWidth=2.5,i.strokeStyle=n.colour,i.beginPath(),i.moveTo(o,a),i.lineTo(o+22,a),i.stroke(),i.setLineDash([]),Uu(i,r,o+28,a,"#fff")})}var oa=null;function Ss(i,e,t=[]){Rl();let n=()=>r.close(),s=t.map(({label:o,action:a,primary:l,disabled:c})=>at(o,async()=>await a()!==!1&&n(),{class:l?"primary":null,disabled:c})),r=C("dialog",{"aria-label":i},C("h2",{text:i,tabindex:-1}),e,C("div",{class:"actions"},s,at(I("close"),n)));return r.addEventListener("close",()=>{r.remove(),oa===r&&(oa=null)}),document.body.append(r),oa=r,r.showModal(),r.querySelector("h2").focus(),r}function Rl(){return oa?(oa.close(),!0):!1}var ly=1.5,cy=10,hy=3,$r=()=>y.plan??y.forbidden;function jp(i,e,t,n){return i.name!=="axial"?{end:()=>lt(I("forbid.axial"),"bad")}:y.display.tool==="forbid"?uy(i,e,t,n):fy(i,e,t,n)}function uy(i,e,t,n){let s=[e(t,n)],r=()=>{y.draft={outline:s},Ue("draft")};return{move:(o,a)=>{let l=e(o,a);Math.hypot(l[0]-s.at(-1)[0],l[1]-s.at(-1)[1])<ly||(s.push(l),r())},end:o=>{y.draft=null,Ue("draft"),o&&s.length>2&&dy(i,s)}}}function dy(i,e){let{frame:t}=i,n=i.currentSlice(),s=t.spacing[2],r=t.shape[2],[o,a]=[-1,1].map(v=>Math.max(0,Math.min(r-1,n+v*Math.round(cy/s)))),l=(v,m)=>C("input",{id:v,type:"number",min:1,max:r,step:1,value:m+1}),[c,h]=[l("forbid-from",o),l("forbid-to",a)],d=C("input",{id:"forbid-name",type:"text",maxlength:60,placeholder:I("forbid.name.own")}),u=(v,m)=>C("label",{class:"field",for:v.id},C("span",{text:m}),v),f=C("div",{},C("p",{text:I("forbid.what")}),C("div",{class:"form"},u(c,I("forbid.from")),u(h,I("forbid.to")),u(d,I("forbid.name")))),g=()=>{let v=[c,h].map(p=>t.atSlice("axial",e[0],Number(p.value)-1)[2]),m=e.map(p=>[p[0],p[1]].map(S=>Math.round(S*10)/10));return em({type:"forbid-region",name:d.value.trim()||null,outline_mm:m,from_z_mm:Math.min(...v)-s/2,to_z_mm:Math.max(...v)+s/2}),!0};Ss(I("forbid.region"),f,[{label:I("forbid.do"),action:g,primary:!0}])}function Ou(){let i=y.contours.find(e=>e.structure.kind==="target");return i?i.centre():y.cursor}function fy(i,e,t,n){let s=Ou(),r=Jp(i.frame,s,e(t,n)),o=r;return{move:(a,l)=>{o=Jp(i.frame,s,e(a,l)),y.draft={arc:Kp(r,o)},Ue("draft")},end:a=>{y.draft=null,Ue("draft");let l=Kp(r,o);a&&Pl(l)>=hy&&em({type:"forbid-directions",from_deg:Math.round(l.from_deg),to_deg:Math.round(l.to_deg)})}}}function Jp(i,e,t){let n=i.directionToFrame(t.map((s,r)=>s-e[r]));return Math.atan2(n[0],-n[1])*180/Math.PI}function Kp(i,e){return((e-i)%360+360)%360<=180?{from_deg:i,to_deg:e}:{from_deg:e,to_deg:i}}var Pl=({from_deg:i,to_deg:e})=>((e-i)%360+360)%360;function Qp(i,e,t,n){let[s,r]=[Math.sin(t*Math.PI/180),Math.cos(t*Math.PI/180)];return e.map((o,a)=>o+n*(s*i.axes[0][a]-r*i.axes[1][a]))}async function em(i){if(y.display.tool="look",Ue("display"),y.plan)return un(i);let{forbidden:e}=y,t=i.name??`Forbidden ${e.forbidden.length+1}`;i.type==="forbid-region"?e.forbidden.push({name:t,outline_mm:i.outline_mm,from_z_mm:i.from_z_mm,to_z_mm:i.to_z_mm}):e.not_from.push({from_deg:i.from_deg,to_deg:i.to_deg}),Ue("plan")}function py(i){if(y.plan)return un({type:"allow",...i});let{forbidden:e}=y;"region"in i?e.forbidden=e.forbidden.filter(t=>t.name!==i.region):e.not_from.splice(i.directions,1),Ue("plan")}function tm(i){let{forbidden:e,not_from:t}=$r(),n=(s,r)=>C("li",{},C("span",{text:s})," ",C("button",{type:"button",class:"small",text:I("forbid.allow"),"aria-label":I("forbid.allow.of",{what:s}),disabled:i,on:{click:()=>py(r)}}));return[...e.map(s=>n(I("forbid.region.of",{name:s.name,from:Ze(s.from_z_mm),to:Ze(s.to_z_mm)}),{region:s.name})),...t.map((s,r)=>n(I("forbid.directions.of",{from:Ze(s.from_deg,0),to:Ze(s.to_deg,0)}),{directions:r}))]}var my=3,gy=100,_y=.2;function nm(i){let{node:e}=i,t=null,n=r=>{let o=e.getBoundingClientRect();return[r.clientX-o.left-e.clientLeft,r.clientY-o.top-e.clientTop]};e.addEventListener("pointerdown",r=>{if(t)return;e.focus({preventScroll:!0});let[o,a]=n(r);t={...vy(i,r,o,a),x:o,y:a,startX:o,startY:a,id:r.pointerId,moved:!1},e.setPointerCapture(r.pointerId),r.preventDefault()}),e.addEventListener("pointermove",r=>{let[o,a]=n(r);if(Ue("hover",{pane:i,point:i.viewport.patient(o,a,i.frame.atSlice(i.name,y.cursor,i.currentSlice()))}),!t){r.shiftKey&&y.display.tool==="look"?pn(bs(i,o,a)):qp(bs(i,o,a));return}r.pointerId===t.id&&(!t.moved&&Math.hypot(o-t.startX,a-t.startY)<my||(t.moved=!0,t.move?.(o,a,o-t.x,a-t.y,r),t.x=o,t.y=a))}),e.addEventListener("pointerup",r=>{if(!t||r.pointerId!==t.id)return;let o=t;t=null,o.end?.(!0,o.moved)});let s=()=>{let r=t;t=null,r?.end?.(!1,r.moved)};e.addEventListener("pointercancel",s),e.addEventListener("lostpointercapture",()=>t&&s()),window.addEventListener("blur",s),e.addEventListener("pointerleave",()=>Ue("hover",null)),e.addEventListener("contextmenu",r=>r.preventDefault()),xy(i,n),i.cancelGesture=s}function xy(i,e){let t=0;i.node.addEventListener("wheel",n=>{n.preventDefault();let[s,r]=e(n);if(n.ctrlKey||n.metaKey){i.viewport.zoom(n.deltaY<0?1.15:1/1.15,s,r),i.draw();return}let o=n.deltaMode===0?n.deltaY/gy:Math.sign(n.deltaY);t=Math.sign(t)===-Math.sign(o)?o:t+o;let a=Math.trunc(t+Math.sign(t)*1e-6);a&&(t-=a,Fu(i,a),ta("wheel",n.timeStamp))},{passive:!1})}function Fu(i,e){pn(i.frame.atSlice(i.name,y.cursor,i.currentSlice()+e))}var yy=new Set(["forbid","forbid-directions"]),bs=(i,e,t)=>i.viewport.patient(e,t,y.cursor);function vy(i,e,t,n){if(e.button===2)return Sy();if(e.button===1||e.ctrlKey||e.metaKey)return{move:(o,a,l,c)=>(i.viewport.pan(l,c),i.draw())};if(yy.has(y.display.tool))return jp(i,(o,a)=>bs(i,o,a),t,n);if(y.display.tool!=="look")return{end:o=>o&&Xp(bs(i,t,n))};let s=e.target.closest?.("[data-handle],[data-seed],[data-needle]");if(s)return by(i,s,t,n);let r=(o,a)=>pn(bs(i,o,a));return r(t,n),{move:r}}function Sy(){let{width:i,level:e}=y.display.window,[t,n]=[i,e];return{move:(s,r,o,a)=>{t=Math.max(1,t+o*3),n-=a*3,qs({key:"free",width:Math.round(t),level:Math.round(n)})}}}function by(i,e,t,n){let s=Zt(),r=e.dataset.seed?ys(s,Number(e.dataset.seed)):null;if(Fn())return My(i,e,r,t,n);let o=Gn(s,r?r.needle:Number(e.dataset.needle));if(!o)return{};let a=r?y.selection.seed===r.id:y.selection.needle===o.id;if(Bn(o.id,r?.id??(a?y.selection.seed:null)),e.focus?.({preventScroll:!0}),!a)return{move:()=>lt(I("drag.again"))};let l=r&&r.locked||o.locked;return l||!tn()?{move:()=>lt(I(l?"drag.locked":"drag.reader"))}:r?wy(i,o,r,t,n):Ty(i,o,e.dataset.handle??"whole",t,n)}function My(i,e,t,n,s){if(!t)return Bn(Number(e.dataset.needle)),{};let r=y.selection.seed===t.id;if(Bn(t.needle||null,t.id),e.focus?.({preventScroll:!0}),!r||!tn())return{move:()=>lt(I(r?"drag.reader":"drag.again"))};let[o,a]=[bs(i,n,s),t.position_mm];return Bu((l,c)=>{let h=bs(i,l,c);return{type:"move-seed",seed:t.id,position_mm:a.map((d,u)=>Math.round((d+h[u]-o[u])*10)/10)}})}function wy(i,e,t,n,s){let{frame:r,plane:o,viewport:a}=i,l=r.directionToFrame(t.direction),c=[l[o.u],l[o.v]],h=Math.hypot(...c);if(h<_y)return{move:()=>lt(I("drag.end-on"))};let[d,u]=a.fromScreen(n,s),f=e.length_mm;return Bu((g,v)=>{let[m,p]=a.fromScreen(g,v),S=((m-d)*c[0]+(p-u)*c[1])/h**2,R=Math.round((t.depth_from_tip_mm-S)*2)/2;return{type:"move-seed",seed:t.id,depth_mm:Math.max(0,Math.min(f,R))}})}function Ty(i,e,t,n,s){let r=bs(i,n,s);return Bu((o,a)=>{let l=bs(i,o,a),c=d=>d.map((u,f)=>Math.round((u+l[f]-r[f])*10)/10),h={type:"move-needle",needle:e.id};return t!=="tip"&&(h.entry_mm=c(e.entry_mm)),t!=="entry"&&(h.tip_mm=c(e.tip_mm)),h})}function Bu(i){let e=null;return{move:(t,n,s,r,o)=>{e??=Pp(),e.to(i(t,n),o.timeStamp)},end:(t,n)=>n&&e?.end(t)}}var sm=[["Wheel, ↑ ↓","help.slice"],["PgUp PgDn","help.slices"],["Home End","help.ends"],["Click","help.cursor"],["Shift + move","help.follow"],["Ctrl + wheel","help.zoom"],["Middle / Ctrl drag","help.pan"],["Right drag","help.window"],["1 2 3","help.presets"],["R","help.reset"],["F","help.full"],["D C I","help.toggles"],["N P","help.needles"],["Arrows on a seed","help.nudge"],["Ctrl+Z","help.undo"],["Ctrl+Shift+Z","help.redo"],["M","help.measure"],["S","help.picture"],["Esc","help.escape"],["?","help.help"]];function rm({panes:i,showHelp:e,closeDialog:t}){let n=()=>i[y.display.active]??i.axial,s={1:()=>qs(gr[0]),2:()=>qs(gr[1]),3:()=>qs(gr[2]),r:()=>Object.values(i).forEach(o=>o.reset()),f:()=>la(y.display.layout==="all"?y.display.active:"all"),d:()=>aa("dose"),c:()=>aa("contours"),i:()=>aa("isodoses"),m:()=>Xs("measure"),s:()=>Cl(n()),n:()=>im(1),p:()=>im(-1),"?":e},r=o=>{if(o.key==="Escape")return void(Ip()||Ay(i,t));if(o.target.closest("dialog"))return;if((o.ctrlKey||o.metaKey)&&o.key.toLowerCase()==="z"){o.preventDefault(),o.shiftKey?bl():Sl();return}if(o.ctrlKey||o.metaKey||o.altKey||o.target.matches("input, select, textarea"))return;if(Ey(o,n))return o.preventDefault();let a=s[o.key.length===1?o.key.toLowerCase():o.key];a&&(o.preventDefault(),a())};return document.addEventListener("keydown",r),()=>document.removeEventListener("keydown",r)}function Ey(i,e){let t=i.target.closest("[data-seed]"),n=i.target.closest("[data-handle]");if(i.key==="Enter"||i.key===" "){if(!t&&!n)return!1;let a=Number(t?.dataset.seed);return Bn(t?y.plan.seeds.find(l=>l.id===a).needle||null:Number(n.dataset.needle),t?a:null),!0}if(t)return Gp(e(),Number(t.dataset.seed),i);if(!i.target.closest("[data-pane]")||!e().frame)return!1;if(n)return Wp(e(),Number(n.dataset.needle),n.dataset.handle,i);let r=e().frame.shape[e().plane.w],o={ArrowUp:-1,ArrowDown:1,PageUp:-10,PageDown:10,Home:-r,End:r}[i.key];return o?(Fu(e(),o),!0):!1}function Ay(i,e){e()||(Object.values(i).forEach(t=>t.cancelGesture?.()),y.display.tool!=="look"?Xs(y.display.tool):y.selection.needle!==null&&Bn(null))}function aa(i){y.display[i]=!y.display[i],Ue("display")}function la(i){y.display.layout=i,Ue("layout")}function im(i){let e=y.plan?.needles.map(s=>s.id)??[];if(!e.length)return;let t=e.indexOf(y.selection.needle),n=e[(t<0?i>0?0:-1:t+i+e.length)%e.length]??e.at(-1);Bn(n),pn(Tl(n))}var Cy=i=>{let[e,t,n]=i.map(s=>s/255<=.03928?s/255/12.92:((s/255+.055)/1.055)**2.4);return .2126*e+.7152*t+.0722*n};function ku(i){let e=[1,3,5].map(t=>parseInt(i.slice(t,t+2),16));for(;(Cy(e)+.05)/.05<5;)e=e.map(t=>t+Math.max(1,(255-t)*.06));return`#${e.map(t=>Math.round(Math.min(255,t)).toString(16).padStart(2,"0")).join("")}`}var Il=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],Ry=[["R","L"],["A","P"],["I","S"]],Py={axial:{u:0,v:1,w:2,wanted:[[0,1],[1,1]]},sagittal:{u:1,v:2,w:0,wanted:[[1,1],[2,-1]]},coronal:{u:0,v:2,w:1,wanted:[[0,1],[2,-1]]}},Ll=class{constructor(e){this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes,this.planes=Object.fromEntries(Object.entries(Py).map(([t,n])=>[t,this.oriented(t,n)]))}oriented(e,{u:t,v:n,w:s,wanted:r}){let o=(h,[d,u])=>this.axes[h][d]*u<0?-1:1,a=o(t,r[0]),l=o(n,r[1]),c=(h,d)=>this.letter(this.axes[h].map(u=>u*d));return{name:e,u:t,v:n,w:s,su:a,sv:l,letters:{right:c(t,a),left:c(t,-a),bottom:c(n,l),top:c(n,-l)}}}letter(e){return e.map((t,n)=>[Math.abs(t),Ry[n][t>0?1:0]]).filter(([t])=>t>.35).sort((t,n)=>n[0]-t[0]).map(([,t])=>t).join("")}toFrame(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[Il(t,this.axes[0]),Il(t,this.axes[1]),Il(t,this.axes[2])]}toPatient(e){return[0,1,2].map(t=>this.origin[t]+e[0]*this.axes[0][t]+e[1]*this.axes[1][t]+e[2]*this.axes[2][t])}directionToFrame(e){return this.axes.map(t=>Il(e,t))}index(e){return this.toFrame(e).map((t,n)=>t/this.spacing[n])}extent(e){return(this.shape[e]-1)*this.spacing[e]}slice(e,t){let n=this.planes[e].w;return Math.max(0,Math.min(this.shape[n]-1,Math.round(this.toFrame(t)[n]/this.spacing[n])))}clamped(e){return this.toPatient(this.toFrame(e).map((t,n)=>Math.max(0,Math.min(this.extent(n),t))))}atSlice(e,t,n){let s=this.planes[e].w,r=this.toFrame(t);return r[s]=Math.max(0,Math.min(this.shape[s]-1,n))*this.spacing[s],this.toPatient(r)}};var Dl=class{constructor(e,t,n){this.structure=e,this.frame=n;let s=t.map(({z_mm:o,rings:a})=>{let l=a.map(c=>Iy(c,o,n));return{rings:l.map(c=>c.points),depth:l[0].depth}});this.planes=s.sort((o,a)=>o.depth-a.depth);let r=this.planes.slice(1).map((o,a)=>o.depth-this.planes[a].depth).filter(o=>o>.001);this.step=r.length?Math.min(...r):n.spacing[2]}axial(e){let t=null;for(let n of this.planes){let s=Math.abs(n.depth-e);s<=this.step/2+.001&&(t===null||s<Math.abs(t.depth-e))&&(t=n)}return t?t.rings:[]}centre(){let e=0,t=[0,0,0];for(let{rings:n,depth:s}of this.planes)for(let r of n)for(let o=0;o<r.length;o+=2)t[0]+=r[o],t[1]+=r[o+1],t[2]+=s,e++;return this.frame.toPatient(t.map(n=>n/e))}across(e,t){let n=this.planes.map(({rings:o,depth:a})=>({depth:a,spans:Ly(o,e,t)})),s=[],r=this.step/2;return n.forEach(({depth:o,spans:a},l)=>{for(let u of a)s.push([u,o-r,u,o+r]);let c=n[l+1],h=c&&c.depth-o<1.5*this.step;om(s,a,h?c.spans:[],o+r);let d=n[l-1];(!d||o-d.depth>=1.5*this.step)&&om(s,[],a,o-r)}),s}contains(e){let[t,n,s]=this.frame.toFrame(e),r=!1;for(let o of this.axial(s))Dy(o,t,n)&&(r=!r);return r}};function Iy(i,e,t){let n=new Float32Array(i.length),s=0;for(let r=0;r<i.length;r+=2){let[o,a,l]=t.toFrame([i[r],i[r+1],e]);n[r]=o,n[r+1]=a,s+=l}return{points:n,depth:s/(i.length/2)}}function Ly(i,e,t){let n=1-e,s=[];for(let r of i){let o=r.length/2;for(let a=0;a<o;a++){let l=(a+1)%o,c=r[2*a+e]-t,h=r[2*l+e]-t;c>0!=h>0&&s.push(r[2*a+n]+(r[2*l+n]-r[2*a+n])*(c/(c-h)))}}return s.sort((r,o)=>r-o)}function om(i,e,t,n){let s=[...e,...t].sort((r,o)=>r-o);for(let r=0;r+1<s.length;r+=2)s[r+1]>s[r]&&i.push([s[r],n,s[r+1],n])}function Dy(i,e,t){let n=!1,s=i.length;for(let r=0,o=s-2;r<s;o=r,r+=2)i[r+1]>t!=i[o+1]>t&&e<(i[o]-i[r])*(t-i[r+1])/(i[o+1]-i[r+1])+i[r]&&(n=!n);return n}function _r(i){let e=null,t;return(...n)=>((e===null||n.length!==e.length||n.some((s,r)=>!Object.is(s,e[r])))&&(t=i(...n),e=n),t)}var Ny=[[],[[3,0]],[[0,1]],[[3,1]],[[1,2]],null,[[0,2]],[[3,2]],[[2,3]],[[0,2]],null,[[1,2]],[[1,3]],[[0,1]],[[0,3]],[]];function Nl(i,e,t,n){let s=new Map,r=o=>Oy(i,e,n,o);for(let o=0;o+1<t;o++)for(let a=0;a+1<e;a++){let l=o*e+a,c=i[l],h=i[l+1],d=i[l+e+1],u=i[l+e],f=(c>=n?1:0)|(h>=n?2:0)|(d>=n?4:0)|(u>=n?8:0);if(!(f===0||f===15||Number.isNaN(c+h+d+u)))for(let[g,v]of Ny[f]??Uy(f,(c+h+d+u)/4>=n))Fy(s,am(l,e,g),am(l,e,v))}return By(s).map(o=>o.flatMap(r))}function Uy(i,e){return i===5===e?[[0,1],[2,3]]:[[3,0],[1,2]]}function am(i,e,t){return[2*i,2*(i+1)+1,2*(i+e),2*i+1][t]}function Oy(i,e,t,n){let s=n>>1,r=n&1,o=s+(r?e:1),a=(t-i[s])/(i[o]-i[s]),l=s%e,c=(s-l)/e;return r?[l,c+a]:[l+a,c]}function Fy(i,e,t){for(let[n,s]of[[e,t],[t,e]]){let r=i.get(n);r?r.push(s):i.set(n,[s])}}function By(i){let e=[],t=n=>{let s=[n],r=n;for(;;){let a=i.get(r)?.pop();if(a===void 0)break;let l=i.get(a);l.splice(l.indexOf(r),1),s.push(a),r=a}return s};for(let[n,s]of i)s.length===1&&e.push(t(n));for(let[n,s]of i)s.length&&e.push(t(n));return e}var ky=.5,zy=.5;function zu(i,e,t){if(!i)return null;let{frame:n,plane:s}=e,r=i.corners().map(p=>n.toFrame(p)),o=[0,1,2].map(p=>Math.min(...r.map(S=>S[p]))),a=[0,1,2].map(p=>Math.max(...r.map(S=>S[p]))),l=e.depth();if(l<o[s.w]||l>a[s.w])return null;let c=Math.max(zy,Math.min(...i.spacing)*t),h=Math.floor((a[s.u]-o[s.u])/c)+1,d=Math.floor((a[s.v]-o[s.v])/c)+1,u=[0,0,0];u[s.u]=o[s.u],u[s.v]=o[s.v],u[s.w]=l;let f=p=>n.axes[p].map(S=>S*c),g=o[s.u],v=o[s.v],m=[g-c/2,v-c/2,g+(h-.5)*c,v+(d-.5)*c];return{origin:n.toPatient(u),right:f(s.u),down:f(s.v),columns:h,rows:d,step:c,u0:g,v0:v,depth:l,box:m}}function Vu(i,e){let t=zu(i,e,ky);if(!t)return null;let{origin:n,right:s,down:r,columns:o,rows:a}=t;return{...t,values:i.onPlane(n,s,r,o,a)}}function lm(i){if(!y.planes)return y.dose?.at(i)??null;let e=y.frame.toFrame(i);for(let[t,{values:n,columns:s,rows:r,step:o,u0:a,v0:l,depth:c}]of Object.entries(y.planes)){let h=y.frame.planes[t];if(!h||Math.abs(e[h.w]-c)>.001)continue;let d=(e[h.u]-a)/o,u=(e[h.v]-l)/o;if(d<0||u<0||d>s-1||u>r-1)continue;let f=Math.min(s-2,d|0),g=Math.min(r-2,u|0),[v,m,p]=[d-f,u-g,g*s+f];return(n[p]*(1-v)+n[p+1]*v)*(1-m)+(n[p+s]*(1-v)+n[p+s+1]*v)*m}return null}function cm(i,e){let{values:t,columns:n,rows:s,step:r,u0:o,v0:a}=i;return Nl(t,n,s,e).map(l=>{let c="";for(let h=0;h<l.length;h+=2)c+=`${h?"L":"M"}${(o+l[h]*r).toFixed(2)} ${(a+l[h+1]*r).toFixed(2)}`;return c}).join("")}function hm(i,e,t,n){let s=t.filter(c=>c.shown).sort((c,h)=>c.gy-h.gy);i.width=e.columns,i.height=e.rows;let r=new ImageData(e.columns,e.rows),o=new Uint32Array(r.data.buffer),a=s.map(c=>Vy(c.colour)),l=Math.round(255*n)<<24;for(let c=0;c<o.length;c++){let h=e.values[c],d=-1;for(;d+1<s.length&&h>=s[d+1].gy;)d++;if(d<0)continue;let u=Math.min(d+1,s.length-1),f=u===d?0:(h-s[d].gy)/(s[u].gy-s[d].gy),[g,v]=[a[d],a[u]],m=p=>Math.round(g[p]+(v[p]-g[p])*f);o[c]=l|m(2)<<16|m(1)<<8|m(0)}i.getContext("2d").putImageData(r,0,0)}var Vy=i=>[1,3,5].map(e=>parseInt(i.slice(e,e+2),16));var Gy=(i,e)=>Math.hypot(i[0]-e[0],i[1]-e[1],i[2]-e[2]);function dm(i){y.measures.forEach((e,t)=>um(i,`measure${t}`,"measure",e.from,e.to)),y.draft?.entry&&um(i,"draft","draft",y.draft.entry,y.draft.tip??y.draft.entry)}function um(i,e,t,n,s){let{pane:r}=i,{plane:o,frame:a}=r,[l,c]=[a.toFrame(n),a.toFrame(s)],h=Math.min(Math.abs(l[o.w]-r.depth()),Math.abs(c[o.w]-r.depth()));if(t==="measure"&&h>a.spacing[o.w]/2+.1)return;let d=i.keep("marks",e,()=>ut("g",{class:t},ut("line"),ut("text"))),[u,f]=d.children,g={x1:l[o.u],y1:l[o.v],x2:c[o.u],y2:c[o.v]};for(let[m,p]of Object.entries(g))ft(u,m,p.toFixed(3));let v=1/r.viewport.scale;ft(f,"transform",`translate(${c[o.u]} ${c[o.v]}) scale(${o.su*v} ${o.sv*v}) translate(8 -6)`),ni(f,`${Gy(n,s).toFixed(1)} mm`)}var Hy=70,Wy=6;function pm(i){let{forbidden:e,not_from:t}=$r();for(let n of e)Xy(i,n);i.pane.name==="axial"&&t.forEach((n,s)=>fm(i,`sector${s}`,"forbidden",n)),y.draft&&(y.draft.arc&&fm(i,"sector-draft","draft",y.draft.arc),y.draft.outline&&Ul(i,"outline-draft","draft",y.draft.outline.map(n=>i.pane.frame.toFrame(n)),""))}function Xy(i,e){let{pane:t}=i,{plane:n,frame:s}=t,r=h=>e.outline_mm.map(([d,u])=>s.toFrame([d,u,h])),[o,a]=[r(e.from_z_mm),r(e.to_z_mm)],l=t.depth(),c=I("forbid.region.title",{name:e.name});if(t.name==="axial"){(o[0][2]-l)*(a[0][2]-l)<=0&&Ul(i,`region${e.name}`,"forbidden",o,c);return}qy(o,n.w,n.u,l).forEach(([h,d],u)=>{let f=(g,v)=>{let m=[0,0,0];return m[n.u]=g,m[n.v]=v,m};Ul(i,`region${e.name}/${u}`,"forbidden",[f(h,o[0][2]),f(d,o[0][2]),f(d,a[0][2]),f(h,a[0][2])],c)})}function qy(i,e,t,n){let s=[];return i.forEach((r,o)=>{let a=i[(o+1)%i.length];r[e]>n!=a[e]>n&&s.push(r[t]+(n-r[e])*(a[t]-r[t])/(a[e]-r[e]))}),s.sort((r,o)=>r-o),s.slice(1).flatMap((r,o)=>o%2===0?[[s[o],r]]:[])}function fm(i,e,t,n){let{frame:s}=i.pane,r=Ou(),o=Math.max(2,Math.ceil(Pl(n)/Wy)),a=Array.from({length:o+1},(l,c)=>Qp(s,r,n.from_deg+c*Pl(n)/o,Hy));Ul(i,e,t,[r,...a].map(l=>s.toFrame(l)),I("forbid.directions.title"))}function Ul(i,e,t,n,s){let{plane:r}=i.pane,o=i.keep("marks",e,()=>ut("path",{class:`forbidden-mark ${t}`,"data-forbidden":e},ut("title")));ft(o,"d",`M${n.map(a=>`${a[r.u].toFixed(2)} ${a[r.v].toFixed(2)}`).join("L")}Z`),o.firstChild.textContent=s}var Yy=4,$y=9;function gm(i){return i.standing?I("found.label",{id:i.id,standing:Ol(i)}):I("seed.label",{id:i.id,needle:i.needle,depth:Ze(i.depth_from_tip_mm)})}function Ol(i){return I(`standing.${i.standing}`,{planned:i.planned_seed,needle:i.needle})}function _m(i,e){e.lost.forEach(t=>mm(i,`lost${t.seed}`,"lost",t.planned_at_mm,I("lost.title",{seed:t.seed,needle:t.needle??"–"}))),e.doubtful.forEach((t,n)=>mm(i,`doubtful${n}`,"doubtful",t.position_mm,I("doubtful.title",{confidence:Ze(100*t.confidence,0)})))}function mm(i,e,t,n,s){let{pane:r}=i,o=r.frame.toFrame(n);if(Math.abs(o[r.plane.w]-r.depth())>Yy+y.display.slab/2)return;let a=i.keep("marks",e,()=>ut("circle",{class:`found-mark ${t}`,"data-mark":e},ut("title")));ft(a,"cx",o[r.plane.u]),ft(a,"cy",o[r.plane.v]),ft(a,"r",$y/r.viewport.scale),a.firstChild.textContent=s}var xm=2.5,ym=6,Bl=class{constructor(e){this.pane=e,this.world=ut("g",{class:"world"}),this.layers=Object.fromEntries(["contours","isodoses","other","targets","needles","seeds","handles","marks"].map(t=>[t,ut("g",{class:t})])),this.world.append(...Object.values(this.layers)),this.cross=ut("g",{class:"crosshair"}),this.hairs=[ut("line"),ut("line")],this.cross.append(...this.hairs),e.svg.append(this.world,this.cross),this.kept=new Map,this.outlines=_r((t,n)=>t.map(s=>Jy(s,e.name,n))),this.lines={isodoses:_r(vm),other:_r(vm)}}keep(e,t,n){let s=`${e}/${t}`,r=this.kept.get(s);return r||(r=n(),this.layers[e].append(r),this.kept.set(s,r)),this.used.add(s),r}draw(){this.used=new Set,ft(this.world,"transform",this.pane.viewport.matrix()),y.display.contours&&this.drawContours(),y.display.isodoses&&this.drawIsodoses();let e=Zt();e&&this.drawImplant(e),dm(this),(!e||e.forbidden)&&pm(this),e?.lost&&_m(this,e);for(let[t,n]of this.kept)this.used.has(t)||(n.remove(),this.kept.delete(t));this.drawCross()}drawContours(){let e=this.outlines(y.contours,this.pane.depth());y.contours.forEach(({structure:t},n)=>{let s=e[n];if(!s||y.display.hidden.has(t.name))return;let r=this.keep(t.kind==="target"?"targets":"contours",t.key,()=>ut("path",{class:`contour ${t.kind}`,stroke:t.colour,"data-structure":t.name,"stroke-dasharray":ca(t.dash)},ut("title",{text:t.name})));ft(r,"d",s)})}drawIsodoses(){let e=[["isodoses",this.pane.dose,this.pane.otherDose?"none":""],["other",this.pane.otherDose,"5 4"]];for(let[t,n,s]of e){if(!n)continue;let r=y.display.levels.filter(a=>a.shown),o=this.lines[t](n,r.map(a=>a.gy).join(" "));for(let[a,l]of r.entries()){let c=o[a];if(!c)continue;let h=this.keep(t,l.id,()=>ut("path",{class:"isodose"},ut("title")));ft(h,"d",c),ft(h,"stroke",l.colour),ft(h,"data-gy",l.gy),ft(h,"stroke-dasharray",s||ca(l.dash)),ft(h,"stroke-width",l.percent===100?2.4:1.5),h.firstChild.textContent=I("isodose.title",{gy:Ze(l.gy),percent:Ze(l.percent,0)})}}}drawImplant(e){let{plane:t,frame:n}=this.pane,s=this.pane.depth(),r=a=>{let l=n.toFrame(a);return[l[t.u],l[t.v],l[t.w]-s]};for(let a of e.needles)this.drawNeedle(a,r(a.entry_mm),r(a.tip_mm));for(let a of e.seeds)this.drawSeed(e,a,r);let o=Gn(e,y.selection.needle);o&&!Fn()&&this.drawHandles(o,r(o.entry_mm),r(o.tip_mm))}drawNeedle(e,t,n){let s=y.selection.needle===e.id,r=Zy(t,n,Math.max(xm,y.display.slab/2,this.pane.frame.spacing[this.pane.plane.w]/2));if(!r&&!s)return;let o=this.keep("needles",e.id,()=>ut("g",{class:"needle","data-needle":e.id},ut("line",{class:"whole"}),ut("line",{class:"grip"}),ut("line",{class:"near"}),ut("title"))),[a,l,c,h]=o.children;Fl(a,s?[t,n]:null),Fl(l,s?[t,n]:r),Fl(c,r),h.textContent=I("needle.title",{id:e.id,length:Ze(e.length_mm)}),o.classList.toggle("chosen",s),o.classList.toggle("broken",e.rules.length>0)}drawSeed(e,t,n){let[s,r,o]=n(t.position_mm),a=y.selection.seed===t.id,l=y.selection.needle===t.needle,c=Math.max(0,Math.abs(o)-y.display.slab/2);if(c>ym&&!a&&!l)return;let h=(e.seed_length_mm??4.5)/2,d=this.pane.frame.directionToFrame(t.direction),[u,f]=[d[this.pane.plane.u]*h,d[this.pane.plane.v]*h],g=this.keep("seeds",t.id,()=>ut("g",{class:"seed","data-seed":t.id,tabindex:0,role:"button"},ut("circle",{class:"grip"}),ut("line",{class:"focus"}),ut("line",{class:"edge"}),ut("line",{class:"body"}))),[v,m,p,S]=g.children,R=1/this.pane.viewport.scale,T=Math.max(4,.8/R),L=Math.hypot(u,f)<.05?[.05,0]:[u,f];for(let A of[m,p,S])Fl(A,[[s-L[0],r-L[1]],[s+L[0],r+L[1]]]);ft(S,"stroke-width",T),ft(p,"stroke-width",T+2.5),ft(m,"stroke-width",T+8),ft(v,"cx",s),ft(v,"cy",r),ft(v,"r",Math.max(h,9*R)),ft(g,"aria-label",gm(t)+(t.locked?`, ${I("locked")}`:"")),g.classList.toggle("faint",c>xm),g.classList.toggle("chosen",a),g.classList.toggle("broken",t.rules.length>0),g.classList.toggle("locked",!!t.locked),g.classList.toggle("manual",!!(t.standing&&t.manual))}drawHandles(e,t,n){let s=1/this.pane.viewport.scale;for(let[r,o]of[["entry",t],["tip",n]]){let a=this.keep("handles",`${e.id}/${r}`,()=>ut("g",{class:`handle ${r}`,"data-handle":r,"data-needle":e.id,tabindex:0,role:"button"},ut("circle",{class:"grip"}),ut(r==="entry"?"rect":"circle",{class:"shape"}))),[l,c]=a.children;ft(l,"cx",o[0]),ft(l,"cy",o[1]),ft(l,"r",11*s);let h=5*s;if(r==="entry")for(let[d,u]of Object.entries({x:o[0]-h,y:o[1]-h,width:2*h,height:2*h}))ft(c,d,u);else for(let[d,u]of Object.entries({cx:o[0],cy:o[1],r:h}))ft(c,d,u);ft(a,"aria-label",I(`handle.${r}`,{id:e.id})),a.classList.toggle("faint",Math.abs(o[2])>ym)}}drawCross(){let{viewport:e,plane:t,frame:n}=this.pane,s=n.toFrame(y.cursor),[r,o]=e.toScreen(s[t.u],s[t.v]),[a,l]=e.size;for(let[c,h]of[[this.hairs[0],[0,o,a,o]],[this.hairs[1],[r,0,r,l]]])["x1","y1","x2","y2"].forEach((d,u)=>ft(c,d,h[u].toFixed(2)));ft(this.cross,"data-x",r.toFixed(2)),ft(this.cross,"data-y",o.toFixed(2))}},ca=i=>i?.length?i.map(e=>Math.max(2,e)).join(" "):null;function Fl(i,e){if(!e){i.setAttribute("visibility","hidden");return}i.removeAttribute("visibility"),["x1","y1","x2","y2"].forEach((t,n)=>ft(i,t,e[n>>1][n&1].toFixed(3)))}function Zy(i,e,t){let[n,s]=[0,1],r=e[2]-i[2];for(let o of[t,-t]){let a=h=>o>0?i[2]+h*r-o:o-i[2]-h*r,[l,c]=[a(0),a(1)];if(l>0&&c>0)return null;l>0&&(n=Math.max(n,l/(l-c))),c>0&&(s=Math.min(s,l/(l-c)))}return n>=s?null:[n,s].map(o=>[i[0]+o*(e[0]-i[0]),i[1]+o*(e[1]-i[1])])}var Jy=(i,e,t)=>e==="axial"?Ky(i.axial(t)):jy(i.across(e==="sagittal"?0:1,t)),vm=(i,e)=>e.split(" ").filter(Boolean).map(t=>cm(i,Number(t)));function Ky(i){let e="";for(let t of i){for(let n=0;n<t.length;n+=2)e+=`${n?"L":"M"}${t[n].toFixed(2)} ${t[n+1].toFixed(2)}`;e+="Z"}return e}var jy=i=>i.map(([e,t,n,s])=>`M${e.toFixed(2)} ${t.toFixed(2)}L${n.toFixed(2)} ${s.toFixed(2)}`).join("");var kl=class{constructor(e,t){this.frame=e,this.plane=t,this.centre=[e.extent(t.u)/2,e.extent(t.v)/2],this.scale=1,this.size=[1,1]}fit(e,t){let{u:n,v:s}=this.plane;this.centre=[(e[n]+t[n])/2,(e[s]+t[s])/2],this.scale=Math.min(this.size[0]/Math.max(1,t[n]-e[n]),this.size[1]/Math.max(1,t[s]-e[s]))}toScreen(e,t){return[this.size[0]/2+this.plane.su*(e-this.centre[0])*this.scale,this.size[1]/2+this.plane.sv*(t-this.centre[1])*this.scale]}fromScreen(e,t){return[this.centre[0]+this.plane.su*(e-this.size[0]/2)/this.scale,this.centre[1]+this.plane.sv*(t-this.size[1]/2)/this.scale]}patient(e,t,n){let s=this.frame.toFrame(n);return[s[this.plane.u],s[this.plane.v]]=this.fromScreen(e,t),this.frame.toPatient(s)}zoom(e,t,n){let s=this.fromScreen(t,n);this.scale=Math.max(.2,Math.min(60,this.scale*e));let r=this.fromScreen(t,n);this.centre=[this.centre[0]+s[0]-r[0],this.centre[1]+s[1]-r[1]]}pan(e,t){this.centre=[this.centre[0]-this.plane.su*e/this.scale,this.centre[1]-this.plane.sv*t/this.scale]}matrix(){let{su:e,sv:t}=this.plane,[n,s]=this.toScreen(0,0);return`matrix(${e*this.scale} 0 0 ${t*this.scale} ${n} ${s})`}};function zl(i,e=90){return[100,50,20,10,5,2,1].find(t=>t*i<=e)??1}function Sm(i,e,t){let n=[];for(let o of i?.needles??[])n.push(t.toFrame(o.entry_mm),t.toFrame(o.tip_mm));for(let o of e)if(o.structure.kind==="target")for(let{rings:a,depth:l}of o.planes)for(let c of a)for(let h=0;h<c.length;h+=2)n.push([c[h],c[h+1],l]);if(!n.length)return[[0,0,0],[0,1,2].map(o=>t.extent(o))];let s=[0,1,2].map(o=>Math.max(-25,Math.min(...n.map(a=>a[o]))-25)),r=[0,1,2].map(o=>Math.min(t.extent(o)+25,Math.max(...n.map(a=>a[o]))+25));return[s,r]}var Zr=class{constructor(e){this.name=e,this.frame=y.frame,this.plane=y.frame.planes[e],this.viewport=y.views[e]??=new kl(y.frame,this.plane),this.slice="",this.image=document.createElement("canvas"),this.wash=document.createElement("canvas"),this.build(),this.overlay=new Bl(this),this.sampled=_r(t=>Vu(t,this)),this.otherSampled=_r(t=>Vu(t,this)),this.draw=hn(()=>this.drawNow()),Mt("cursor plan preview dose display selection measures draft compared",()=>this.draw()),Mt("window",()=>{this.slice="",this.draw()}),new ResizeObserver(()=>this.resize()).observe(this.node),nm(this)}build(){this.canvas=C("canvas",{"aria-hidden":"true"}),this.svg=ut("svg",{class:"overlay"}),this.title=C("div",{class:"pane-title"}),this.windowText=C("div",{class:"pane-window"}),this.bar=C("div",{class:"scale-bar"});let e=Object.entries(this.plane.letters).map(([t,n])=>C("span",{class:`letter ${t}`,text:n}));this.node=C("section",{class:"pane slice",tabindex:0,"data-pane":this.name,role:"group"},this.canvas,this.svg,this.title,this.windowText,this.bar,e),this.node.addEventListener("focus",()=>{y.display.active=this.name,Ue("layout")})}resize(){let{clientWidth:e,clientHeight:t}=this.node;if(!e||!t)return;let n=window.devicePixelRatio||1,s=this.viewport.size[0]===1,r=this.viewport.size;this.viewport.size=[e,t],this.canvas.width=Math.round(e*n),this.canvas.height=Math.round(t*n),ft(this.svg,"viewBox",`0 0 ${e} ${t}`),s?this.reset():this.viewport.scale*=Math.min(e/r[0],t/r[1]),this.draw()}reset(){this.viewport.fit(...Sm(y.plan,y.contours,this.frame)),this.draw()}currentSlice(){return this.frame.slice(this.name,y.cursor)}depth(){return this.currentSlice()*this.frame.spacing[this.plane.w]}halfSlab(){return Math.floor(y.display.slab/2/this.frame.spacing[this.plane.w])}drawNow(){let{width:e,height:t}=this.canvas;if(!y.ct||e<2)return;let n=this.currentSlice(),s=`${n}/${this.halfSlab()}`;if(s!==this.slice){let a=y.ct.pixels(this.name,n,this.halfSlab());this.image.width=a.width,this.image.height=a.height,this.image.getContext("2d").putImageData(a,0,0),this.slice=s}let r=this.canvas.getContext("2d");r.setTransform(1,0,0,1,0,0),r.fillStyle="#000",r.fillRect(0,0,e,t);let o=e/this.viewport.size[0];r.setTransform(o,0,0,o,0,0),r.imageSmoothingQuality="medium",this.drawImage(r,this.image,this.box()),this.dose=y.display.dose||y.display.isodoses?this.shownDose():null,this.otherDose=y.otherDose&&y.display.isodoses?this.otherSampled(y.otherDose,this.depth()):null,this.dose&&y.display.dose&&(hm(this.wash,this.dose,y.display.levels,y.display.washOpacity),this.drawImage(r,this.wash,this.dose.box,this.dose)),this.overlay.draw(),this.label(n)}shownDose(){if(!y.planes)return this.sampled(y.dose,this.depth());let e=y.planes[this.name];return e?.depth===this.depth()?e:null}dosePlane(){return y.display.dose||y.display.isodoses?zu(y.dose,this,1):null}box(){let e=s=>[-.5*this.frame.spacing[s],this.frame.extent(s)+.5*this.frame.spacing[s]],[t,n]=[e(this.plane.u),e(this.plane.v)];return[t[0],n[0],t[1],n[1]]}drawImage(e,t,[n,s,r,o],a=null){let[l,c]=this.viewport.toScreen(n,s),[h,d]=this.viewport.toScreen(r,o);if(!a){e.drawImage(t,Math.min(l,h),Math.min(c,d),Math.abs(h-l),Math.abs(d-c));return}e.save(),e.translate(l,c),e.scale((h-l)/t.width,(d-c)/t.height),e.drawImage(t,0,0),e.restore()}label(e){let t=this.frame.shape[this.plane.w],n=this.frame.atSlice(this.name,y.cursor,e)[this.plane.w],s=`${I(`pane.${this.name}`)}  ${e+1}/${t}  ${"xyz"[this.plane.w]} ${n.toFixed(1)} mm`,{window:r}=y.display;ni(this.title,s);let o=y.display.slab?`  ${I("slab.shown",{mm:y.display.slab})}`:"";ni(this.windowText,I("window.shown",{width:r.width,level:r.level})+o),ft(this.node,"aria-label",I("pane.slice.label",{name:I(`pane.${this.name}`),slice:e+1,count:t})),ft(this.node,"data-slice",e);let a=zl(this.viewport.scale);ni(this.bar,`${a} mm`),this.bar.style.width=`${a*this.viewport.scale}px`,this.node.classList.toggle("active",y.display.active===this.name),this.node.classList.toggle("preview",y.preview!==null||Zt()?.checked==="preview")}};var sr={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},rr={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},jm=0,_d=1,Qm=2;var Va=1,eg=2,bo=3,or=0,ri=1,Di=2,br=0,Mo=1,xd=2,yd=3,vd=4,tg=5;var Mr=100,ng=101,ig=102,sg=103,rg=104,og=200,ag=201,lg=202,cg=203,Sd=204,bd=205,hg=206,ug=207,dg=208,fg=209,pg=210,mg=211,gg=212,_g=213,xg=214,uc=0,dc=1,fc=2,ho=3,pc=4,mc=5,gc=6,_c=7,qc=0,yg=1,vg=2,hs=0,Md=1,wd=2,Td=3,Ed=4,Ad=5,Cd=6,Rd=7;var Pd=300,wr=301,wo=302,Yc=303,$c=304,xc=1e3,os=1001,yc=1002,zn=1003,Sg=1004;var Ga=1005;var si=1006,Zc=1007;var Ns=1008;var li=1009,Id=1010,Ld=1011,To=1012,Jc=1013,Wi=1014,Xi=1015,qi=1016,Kc=1017,jc=1018,Tr=1020,Dd=35902,Nd=35899,Ud=1021,Od=1022,Yi=1023,Rs=1026,Us=1027,Fd=1028,Qc=1029,ar=1030,eh=1031;var th=1033,Ha=33776,Wa=33777,Xa=33778,qa=33779,nh=35840,ih=35841,sh=35842,rh=35843,oh=36196,ah=37492,lh=37496,ch=37488,hh=37489,Ya=37490,uh=37491,dh=37808,fh=37809,ph=37810,mh=37811,gh=37812,_h=37813,xh=37814,yh=37815,vh=37816,Sh=37817,bh=37818,Mh=37819,wh=37820,Th=37821,Eh=36492,Ah=36494,Ch=36495,Rh=36283,Ph=36284,$a=36285,Ih=36286;var xa=2300,vc=2301,cc=2302,cd=2303,hd=2400,ud=2401,dd=2402;var bg=3200;var Lh=0,Mg=1,Os="",gi="srgb",ya="srgb-linear",va="linear",Dt="srgb";var hc=7680;var wg=519,Tg=512,Eg=513,Ag=514,Bd=515,Cg=516,Rg=517,kd=518,zd=519,Pg=35044;var Vd="300 es",Li=2e3,uo=2001;function Qy(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function ev(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Sa(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Ig(){let i=Sa("canvas");return i.style.display="block",i}var bm={},fo=null;function Gd(...i){let e="THREE."+i.shift();fo?fo("log",e,...i):console.log(e,...i)}function Lg(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Je(...i){i=Lg(i);let e="THREE."+i.shift();if(fo)fo("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function nt(...i){i=Lg(i);let e="THREE."+i.shift();if(fo)fo("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function ma(...i){let e=i.join(" ");e in bm||(bm[e]=!0,Je(...i))}function Dg(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var Ng={[uc]:uc,[fc]:gc,[pc]:pc,[ho]:mc,[dc]:dc,[gc]:fc,[_c]:_c,[mc]:ho},Hi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},Yn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Mm=1234567,ga=Math.PI/180,po=180/Math.PI;function Eo(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(Yn[i&255]+Yn[i>>8&255]+Yn[i>>16&255]+Yn[i>>24&255]+"-"+Yn[e&255]+Yn[e>>8&255]+"-"+Yn[e>>16&15|64]+Yn[e>>24&255]+"-"+Yn[t&63|128]+Yn[t>>8&255]+"-"+Yn[t>>16&255]+Yn[t>>24&255]+Yn[n&255]+Yn[n>>8&255]+Yn[n>>16&255]+Yn[n>>24&255]).toLowerCase()}function vt(i,e,t){return Math.max(e,Math.min(t,i))}function Hd(i,e){return(i%e+e)%e}function tv(i,e,t,n,s){return n+(i-e)*(s-n)/(t-e)}function nv(i,e,t){return i!==e?(t-i)/(e-i):0}function _a(i,e,t){return(1-t)*i+t*e}function iv(i,e,t,n){return _a(i,e,1-Math.exp(-t*n))}function sv(i,e=1){return e-Math.abs(Hd(i,e*2)-e)}function rv(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*(3-2*i))}function ov(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*i*(i*(i*6-15)+10))}function av(i,e){return i+Math.floor(Math.random()*(e-i+1))}function lv(i,e){return i+Math.random()*(e-i)}function cv(i){return i*(.5-Math.random())}function hv(i){i!==void 0&&(Mm=i);let e=Mm+=1831565813;return e=Math.imul(e^e>>>15,e|1),e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}function uv(i){return i*ga}function dv(i){return i*po}function fv(i){return i>0&&Number.isInteger(i)&&2**Math.round(Math.log2(i))===i}function pv(i){return Math.pow(2,Math.ceil(Math.log(i)/Math.LN2))}function Wd(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function mv(i,e,t,n,s){let r=Math.cos,o=Math.sin,a=r(t/2),l=o(t/2),c=r((e+n)/2),h=o((e+n)/2),d=r((e-n)/2),u=o((e-n)/2),f=r((n-e)/2),g=o((n-e)/2);switch(s){case"XYX":i.set(a*h,l*d,l*u,a*c);break;case"YZY":i.set(l*u,a*h,l*d,a*c);break;case"ZXZ":i.set(l*d,l*u,a*h,a*c);break;case"XZX":i.set(a*h,l*g,l*f,a*c);break;case"YXY":i.set(l*f,a*h,l*g,a*c);break;case"ZYZ":i.set(l*g,l*f,a*h,a*c);break;default:Je("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+s)}}function Xd(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function Ug(i,e){if(e.constructor===Float32Array)return i;let t=Xd(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function Og(i,e){if(e.constructor===Float32Array)return i;let t=Xd(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var qd={DEG2RAD:ga,RAD2DEG:po,generateUUID:Eo,clamp:vt,euclideanModulo:Hd,mapLinear:tv,inverseLerp:nv,lerp:_a,damp:iv,pingpong:sv,smoothstep:rv,smootherstep:ov,randInt:av,randFloat:lv,randFloatSpread:cv,seededRandom:hv,degToRad:uv,radToDeg:dv,isPowerOfTwo:fv,ceilPowerOfTwo:pv,floorPowerOfTwo:Wd,setQuaternionFromProperEuler:mv,normalize:Og,denormalize:Ug},je=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*n-o*s+e.x,this.y=r*s+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},yi=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,o,a){let l=n[s+0],c=n[s+1],h=n[s+2],d=n[s+3],u=r[o+0],f=r[o+1],g=r[o+2],v=r[o+3];if(d!==v||l!==u||c!==f||h!==g){let m=l*u+c*f+h*g+d*v;m<0&&(u=-u,f=-f,g=-g,v=-v,m=-m);let p=1-a;if(m<.9995){let S=Math.acos(m),R=Math.sin(S);p=Math.sin(p*S)/R,a=Math.sin(a*S)/R,l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+v*a}else{l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+v*a;let S=1/Math.sqrt(l*l+c*c+h*h+d*d);l*=S,c*=S,h*=S,d*=S}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=d}static multiplyQuaternionsFlat(e,t,n,s,r,o){let a=n[s],l=n[s+1],c=n[s+2],h=n[s+3],d=r[o],u=r[o+1],f=r[o+2],g=r[o+3];return e[t]=a*g+h*d+l*f-c*u,e[t+1]=l*g+h*u+c*d-a*f,e[t+2]=c*g+h*f+a*u-l*d,e[t+3]=h*g-a*d-l*u-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(n/2),h=a(s/2),d=a(r/2),u=l(n/2),f=l(s/2),g=l(r/2);switch(o){case"XYZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"YXZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"ZXY":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"ZYX":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"YZX":this._x=u*h*d+c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d-u*f*g;break;case"XZY":this._x=u*h*d-c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d+u*f*g;break;default:Je("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],d=t[10],u=n+a+d;if(u>0){let f=.5/Math.sqrt(u+1);this._w=.25/f,this._x=(h-l)*f,this._y=(r-c)*f,this._z=(o-s)*f}else if(n>a&&n>d){let f=2*Math.sqrt(1+n-a-d);this._w=(h-l)/f,this._x=.25*f,this._y=(s+o)/f,this._z=(r+c)/f}else if(a>d){let f=2*Math.sqrt(1+a-n-d);this._w=(r-c)/f,this._x=(s+o)/f,this._y=.25*f,this._z=(l+h)/f}else{let f=2*Math.sqrt(1+d-n-a);this._w=(o-s)/f,this._x=(r+c)/f,this._y=(l+h)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(vt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=n*h+o*a+s*c-r*l,this._y=s*h+o*l+r*a-n*c,this._z=r*h+o*c+n*l-s*a,this._w=o*h-n*a-s*l-r*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,s=-s,r=-r,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},$=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(wm.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(wm.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*s-a*n),h=2*(a*t-r*s),d=2*(r*n-o*t);return this.x=t+l*c+o*d-a*h,this.y=n+l*h+a*c-r*d,this.z=s+l*d+r*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,o=t.x,a=t.y,l=t.z;return this.x=s*l-r*a,this.y=r*o-n*l,this.z=n*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Gu.copy(this).projectOnVector(e),this.sub(Gu)}reflect(e){return this.sub(Gu.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Gu=new $,wm=new yi,st=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c)}set(e,t,n,s,r,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=l,h[6]=n,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[3],l=n[6],c=n[1],h=n[4],d=n[7],u=n[2],f=n[5],g=n[8],v=s[0],m=s[3],p=s[6],S=s[1],R=s[4],T=s[7],L=s[2],A=s[5],x=s[8];return r[0]=o*v+a*S+l*L,r[3]=o*m+a*R+l*A,r[6]=o*p+a*T+l*x,r[1]=c*v+h*S+d*L,r[4]=c*m+h*R+d*A,r[7]=c*p+h*T+d*x,r[2]=u*v+f*S+g*L,r[5]=u*m+f*R+g*A,r[8]=u*p+f*T+g*x,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-n*r*h+n*a*l+s*r*c-s*o*l}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=h*o-a*c,u=a*l-h*r,f=c*r-o*l,g=t*d+n*u+s*f;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let v=1/g;return e[0]=d*v,e[1]=(s*c-h*n)*v,e[2]=(a*n-s*o)*v,e[3]=u*v,e[4]=(h*t-s*l)*v,e[5]=(s*r-a*t)*v,e[6]=f*v,e[7]=(n*l-c*t)*v,e[8]=(o*t-n*r)*v,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,o,a){let l=Math.cos(r),c=Math.sin(r);return this.set(n*l,n*c,-n*(l*o+c*a)+o+e,-s*c,s*l,-s*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return ma("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Hu.makeScale(e,t)),this}rotate(e){return ma("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Hu.makeRotation(-e)),this}translate(e,t){return ma("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Hu.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Hu=new st,Tm=new st().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Em=new st().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function gv(){let i={enabled:!0,workingColorSpace:ya,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===Dt&&(s.r=Cs(s.r),s.g=Cs(s.g),s.b=Cs(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===Dt&&(s.r=co(s.r),s.g=co(s.g),s.b=co(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===Os?va:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[ya]:{primaries:e,whitePoint:n,transfer:va,toXYZ:Tm,fromXYZ:Em,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:gi},outputColorSpaceConfig:{drawingBufferColorSpace:gi}},[gi]:{primaries:e,whitePoint:n,transfer:Dt,toXYZ:Tm,fromXYZ:Em,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:gi}}}),i}var Tt=gv();function Cs(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function co(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var Jr,Sc=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{Jr===void 0&&(Jr=Sa("canvas")),Jr.width=e.width,Jr.height=e.height;let s=Jr.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=Jr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Sa("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=Cs(r[o]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(Cs(t[n]/255)*255):t[n]=Cs(t[n]);return{data:t,width:e.width,height:e.height}}else return Je("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},_v=0,mo=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:_v++}),this.uuid=Eo(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(Wu(s[o].image)):r.push(Wu(s[o]))}else r=Wu(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function Wu(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?Sc.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Je("Texture: Unable to serialize Texture."),{})}var xv=0,Xu=new $,ai=class i extends Hi{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=os,s=os,r=si,o=Ns,a=Yi,l=li,c=i.DEFAULT_ANISOTROPY,h=Os){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:xv++}),this.uuid=Eo(),this.name="",this.source=new mo(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new je(0,0),this.repeat=new je(1,1),this.center=new je(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new st,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Xu).x}get height(){return this.source.getSize(Xu).y}get depth(){return this.source.getSize(Xu).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Je(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Je(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Pd)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case xc:e.x=e.x-Math.floor(e.x);break;case os:e.x=e.x<0?0:1;break;case yc:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case xc:e.y=e.y-Math.floor(e.y);break;case os:e.y=e.y<0?0:1;break;case yc:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};ai.DEFAULT_IMAGE=null;ai.DEFAULT_MAPPING=Pd;ai.DEFAULT_ANISOTROPY=1;var nn=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*n+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*n+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*n+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,l=e.elements,c=l[0],h=l[4],d=l[8],u=l[1],f=l[5],g=l[9],v=l[2],m=l[6],p=l[10];if(Math.abs(h-u)<.01&&Math.abs(d-v)<.01&&Math.abs(g-m)<.01){if(Math.abs(h+u)<.1&&Math.abs(d+v)<.1&&Math.abs(g+m)<.1&&Math.abs(c+f+p-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let R=(c+1)/2,T=(f+1)/2,L=(p+1)/2,A=(h+u)/4,x=(d+v)/4,E=(g+m)/4;return R>T&&R>L?R<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(R),s=A/n,r=x/n):T>L?T<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(T),n=A/s,r=E/s):L<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(L),n=x/r,s=E/r),this.set(n,s,r,t),this}let S=Math.sqrt((m-g)*(m-g)+(d-v)*(d-v)+(u-h)*(u-h));return Math.abs(S)<.001&&(S=1),this.x=(m-g)/S,this.y=(d-v)/S,this.z=(u-h)/S,this.w=Math.acos((c+f+p-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this.w=vt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this.w=vt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},bc=class extends Hi{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:si,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new nn(0,0,e,t),this.scissorTest=!1,this.viewport=new nn(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new ai({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:si,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new mo(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},vi=class extends bc{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},ba=class extends ai{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=zn,this.minFilter=zn,this.wrapR=os,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Mc=class extends ai{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=zn,this.minFilter=zn,this.wrapR=os,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Wt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,o,a,l,c,h,d,u,f,g,v,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c,h,d,u,f,g,v,m)}set(e,t,n,s,r,o,a,l,c,h,d,u,f,g,v,m){let p=this.elements;return p[0]=e,p[4]=t,p[8]=n,p[12]=s,p[1]=r,p[5]=o,p[9]=a,p[13]=l,p[2]=c,p[6]=h,p[10]=d,p[14]=u,p[3]=f,p[7]=g,p[11]=v,p[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/Kr.setFromMatrixColumn(e,0).length(),r=1/Kr.setFromMatrixColumn(e,1).length(),o=1/Kr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,o=Math.cos(n),a=Math.sin(n),l=Math.cos(s),c=Math.sin(s),h=Math.cos(r),d=Math.sin(r);if(e.order==="XYZ"){let u=o*h,f=o*d,g=a*h,v=a*d;t[0]=l*h,t[4]=-l*d,t[8]=c,t[1]=f+g*c,t[5]=u-v*c,t[9]=-a*l,t[2]=v-u*c,t[6]=g+f*c,t[10]=o*l}else if(e.order==="YXZ"){let u=l*h,f=l*d,g=c*h,v=c*d;t[0]=u+v*a,t[4]=g*a-f,t[8]=o*c,t[1]=o*d,t[5]=o*h,t[9]=-a,t[2]=f*a-g,t[6]=v+u*a,t[10]=o*l}else if(e.order==="ZXY"){let u=l*h,f=l*d,g=c*h,v=c*d;t[0]=u-v*a,t[4]=-o*d,t[8]=g+f*a,t[1]=f+g*a,t[5]=o*h,t[9]=v-u*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let u=o*h,f=o*d,g=a*h,v=a*d;t[0]=l*h,t[4]=g*c-f,t[8]=u*c+v,t[1]=l*d,t[5]=v*c+u,t[9]=f*c-g,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let u=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=v-u*d,t[8]=g*d+f,t[1]=d,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=f*d+g,t[10]=u-v*d}else if(e.order==="XZY"){let u=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=-d,t[8]=c*h,t[1]=u*d+v,t[5]=o*h,t[9]=f*d-g,t[2]=g*d-f,t[6]=a*h,t[10]=v*d+u}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(yv,e,vv)}lookAt(e,t,n){let s=this.elements;return pi.subVectors(e,t),pi.lengthSq()===0&&(pi.z=1),pi.normalize(),Ys.crossVectors(n,pi),Ys.lengthSq()===0&&(Math.abs(n.z)===1?pi.x+=1e-4:pi.z+=1e-4,pi.normalize(),Ys.crossVectors(n,pi)),Ys.normalize(),Vl.crossVectors(pi,Ys),s[0]=Ys.x,s[4]=Vl.x,s[8]=pi.x,s[1]=Ys.y,s[5]=Vl.y,s[9]=pi.y,s[2]=Ys.z,s[6]=Vl.z,s[10]=pi.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[4],l=n[8],c=n[12],h=n[1],d=n[5],u=n[9],f=n[13],g=n[2],v=n[6],m=n[10],p=n[14],S=n[3],R=n[7],T=n[11],L=n[15],A=s[0],x=s[4],E=s[8],V=s[12],F=s[1],O=s[5],G=s[9],X=s[13],U=s[2],q=s[6],J=s[10],W=s[14],ue=s[3],Q=s[7],te=s[11],oe=s[15];return r[0]=o*A+a*F+l*U+c*ue,r[4]=o*x+a*O+l*q+c*Q,r[8]=o*E+a*G+l*J+c*te,r[12]=o*V+a*X+l*W+c*oe,r[1]=h*A+d*F+u*U+f*ue,r[5]=h*x+d*O+u*q+f*Q,r[9]=h*E+d*G+u*J+f*te,r[13]=h*V+d*X+u*W+f*oe,r[2]=g*A+v*F+m*U+p*ue,r[6]=g*x+v*O+m*q+p*Q,r[10]=g*E+v*G+m*J+p*te,r[14]=g*V+v*X+m*W+p*oe,r[3]=S*A+R*F+T*U+L*ue,r[7]=S*x+R*O+T*q+L*Q,r[11]=S*E+R*G+T*J+L*te,r[15]=S*V+R*X+T*W+L*oe,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],d=e[6],u=e[10],f=e[14],g=e[3],v=e[7],m=e[11],p=e[15],S=l*f-c*u,R=a*f-c*d,T=a*u-l*d,L=o*f-c*h,A=o*u-l*h,x=o*d-a*h;return t*(v*S-m*R+p*T)-n*(g*S-m*L+p*A)+s*(g*R-v*L+p*x)-r*(g*T-v*A+m*x)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-n*(r*h-a*l)+s*(r*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=e[9],u=e[10],f=e[11],g=e[12],v=e[13],m=e[14],p=e[15],S=t*a-n*o,R=t*l-s*o,T=t*c-r*o,L=n*l-s*a,A=n*c-r*a,x=s*c-r*l,E=h*v-d*g,V=h*m-u*g,F=h*p-f*g,O=d*m-u*v,G=d*p-f*v,X=u*p-f*m,U=S*X-R*G+T*O+L*F-A*V+x*E;if(U===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let q=1/U;return e[0]=(a*X-l*G+c*O)*q,e[1]=(s*G-n*X-r*O)*q,e[2]=(v*x-m*A+p*L)*q,e[3]=(u*A-d*x-f*L)*q,e[4]=(l*F-o*X-c*V)*q,e[5]=(t*X-s*F+r*V)*q,e[6]=(m*T-g*x-p*R)*q,e[7]=(h*x-u*T+f*R)*q,e[8]=(o*G-a*F+c*E)*q,e[9]=(n*F-t*G-r*E)*q,e[10]=(g*A-v*T+p*S)*q,e[11]=(d*T-h*A-f*S)*q,e[12]=(a*V-o*O-l*E)*q,e[13]=(t*O-n*V+s*E)*q,e[14]=(v*R-g*L-m*S)*q,e[15]=(h*L-d*R+u*S)*q,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,o=e.x,a=e.y,l=e.z,c=r*o,h=r*a;return this.set(c*o+n,c*a-s*l,c*l+s*a,0,c*a+s*l,h*a+n,h*l-s*o,0,c*l-s*a,h*l+s*o,r*l*l+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,o){return this.set(1,n,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,o=t._y,a=t._z,l=t._w,c=r+r,h=o+o,d=a+a,u=r*c,f=r*h,g=r*d,v=o*h,m=o*d,p=a*d,S=l*c,R=l*h,T=l*d,L=n.x,A=n.y,x=n.z;return s[0]=(1-(v+p))*L,s[1]=(f+T)*L,s[2]=(g-R)*L,s[3]=0,s[4]=(f-T)*A,s[5]=(1-(u+p))*A,s[6]=(m+S)*A,s[7]=0,s[8]=(g+R)*x,s[9]=(m-S)*x,s[10]=(1-(u+v))*x,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let o=Kr.set(s[0],s[1],s[2]).length(),a=Kr.set(s[4],s[5],s[6]).length(),l=Kr.set(s[8],s[9],s[10]).length();r<0&&(o=-o),zi.copy(this);let c=1/o,h=1/a,d=1/l;return zi.elements[0]*=c,zi.elements[1]*=c,zi.elements[2]*=c,zi.elements[4]*=h,zi.elements[5]*=h,zi.elements[6]*=h,zi.elements[8]*=d,zi.elements[9]*=d,zi.elements[10]*=d,t.setFromRotationMatrix(zi),n.x=o,n.y=a,n.z=l,this}makePerspective(e,t,n,s,r,o,a=Li,l=!1){let c=this.elements,h=2*r/(t-e),d=2*r/(n-s),u=(t+e)/(t-e),f=(n+s)/(n-s),g,v;if(l)g=r/(o-r),v=o*r/(o-r);else if(a===Li)g=-(o+r)/(o-r),v=-2*o*r/(o-r);else if(a===uo)g=-o/(o-r),v=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=u,c[12]=0,c[1]=0,c[5]=d,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,s,r,o,a=Li,l=!1){let c=this.elements,h=2/(t-e),d=2/(n-s),u=-(t+e)/(t-e),f=-(n+s)/(n-s),g,v;if(l)g=1/(o-r),v=o/(o-r);else if(a===Li)g=-2/(o-r),v=-(o+r)/(o-r);else if(a===uo)g=-1/(o-r),v=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=u,c[1]=0,c[5]=d,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},Kr=new $,zi=new Wt,yv=new $(0,0,0),vv=new $(1,1,1),Ys=new $,Vl=new $,pi=new $,Am=new Wt,Cm=new yi,Ps=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],l=s[1],c=s[5],h=s[9],d=s[2],u=s[6],f=s[10];switch(t){case"XYZ":this._y=Math.asin(vt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,f),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(u,c),this._z=0);break;case"YXZ":this._x=Math.asin(-vt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-d,r),this._z=0);break;case"ZXY":this._x=Math.asin(vt(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(-d,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,r));break;case"ZYX":this._y=Math.asin(-vt(d,-1,1)),Math.abs(d)<.9999999?(this._x=Math.atan2(u,f),this._z=Math.atan2(l,r)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(vt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-d,r)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-vt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(u,c),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,f),this._y=0);break;default:Je("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Am.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Am,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Cm.setFromEuler(this),this.setFromQuaternion(Cm,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Ps.DEFAULT_ORDER="XYZ";var go=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Sv=0,Rm=new $,jr=new yi,Ms=new Wt,Gl=new $,ha=new $,bv=new $,Mv=new yi,Pm=new $(1,0,0),Im=new $(0,1,0),Lm=new $(0,0,1),Dm={type:"added"},wv={type:"removed"},Qr={type:"childadded",child:null},qu={type:"childremoved",child:null},Zn=class i extends Hi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Sv++}),this.uuid=Eo(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new $,t=new Ps,n=new yi,s=new $(1,1,1);function r(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new Wt},normalMatrix:{value:new st}}),this.matrix=new Wt,this.matrixWorld=new Wt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new go,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return jr.setFromAxisAngle(e,t),this.quaternion.multiply(jr),this}rotateOnWorldAxis(e,t){return jr.setFromAxisAngle(e,t),this.quaternion.premultiply(jr),this}rotateX(e){return this.rotateOnAxis(Pm,e)}rotateY(e){return this.rotateOnAxis(Im,e)}rotateZ(e){return this.rotateOnAxis(Lm,e)}translateOnAxis(e,t){return Rm.copy(e).applyQuaternion(this.quaternion),this.position.add(Rm.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Pm,e)}translateY(e){return this.translateOnAxis(Im,e)}translateZ(e){return this.translateOnAxis(Lm,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Ms.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?Gl.copy(e):Gl.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),ha.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Ms.lookAt(ha,Gl,this.up):Ms.lookAt(Gl,ha,this.up),this.quaternion.setFromRotationMatrix(Ms),s&&(Ms.extractRotation(s.matrixWorld),jr.setFromRotationMatrix(Ms),this.quaternion.premultiply(jr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(nt("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Dm),Qr.child=e,this.dispatchEvent(Qr),Qr.child=null):nt("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(wv),qu.child=e,this.dispatchEvent(qu),qu.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Ms.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Ms.multiply(e.parent.matrixWorld)),e.applyMatrix4(Ms),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Dm),Qr.child=e,this.dispatchEvent(Qr),Qr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ha,e,bv),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ha,Mv,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let d=l[c];r(e.shapes,d)}else r(e.shapes,l)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(r(e.materials,this.material[l]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];s.animations.push(r(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),d=o(e.shapes),u=o(e.skeletons),f=o(e.animations),g=o(e.nodes);a.length>0&&(n.geometries=a),l.length>0&&(n.materials=l),c.length>0&&(n.textures=c),h.length>0&&(n.images=h),d.length>0&&(n.shapes=d),u.length>0&&(n.skeletons=u),f.length>0&&(n.animations=f),g.length>0&&(n.nodes=g)}return n.object=s,n;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Zn.DEFAULT_UP=new $(0,1,0);Zn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Zn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var as=class extends Zn{constructor(){super(),this.isGroup=!0,this.type="Group"}},Tv={type:"move"},_o=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new as,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new as,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new $,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new $),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new as,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new $,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new $,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let v of e.hand.values()){let m=t.getJointPose(v,n),p=this._getHandJoint(c,v);m!==null&&(p.matrix.fromArray(m.transform.matrix),p.matrix.decompose(p.position,p.quaternion,p.scale),p.matrixWorldNeedsUpdate=!0,p.jointRadius=m.radius),p.visible=m!==null}let h=c.joints["index-finger-tip"],d=c.joints["thumb-tip"],u=h.position.distanceTo(d.position),f=.02,g=.005;c.inputState.pinching&&u>f+g?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&u<=f-g&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(l.matrix.fromArray(r.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,r.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(r.linearVelocity)):l.hasLinearVelocity=!1,r.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(r.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(Tv)))}return a!==null&&(a.visible=s!==null),l!==null&&(l.visible=r!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new as;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},Fg={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},$s={h:0,s:0,l:0},Hl={h:0,s:0,l:0};function Yu(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var St=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=gi){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,Tt.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=Tt.workingColorSpace){return this.r=e,this.g=t,this.b=n,Tt.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=Tt.workingColorSpace){if(e=Hd(e,1),t=vt(t,0,1),n=vt(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,o=2*n-r;this.r=Yu(o,r,e+1/3),this.g=Yu(o,r,e),this.b=Yu(o,r,e-1/3)}return Tt.colorSpaceToWorking(this,s),this}setStyle(e,t=gi){function n(r){r!==void 0&&parseFloat(r)<1&&Je("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Je("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Je("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=gi){let n=Fg[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Je("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Cs(e.r),this.g=Cs(e.g),this.b=Cs(e.b),this}copyLinearToSRGB(e){return this.r=co(e.r),this.g=co(e.g),this.b=co(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=gi){return Tt.workingToColorSpace($n.copy(this),e),Math.round(vt($n.r*255,0,255))*65536+Math.round(vt($n.g*255,0,255))*256+Math.round(vt($n.b*255,0,255))}getHexString(e=gi){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=Tt.workingColorSpace){Tt.workingToColorSpace($n.copy(this),t);let n=$n.r,s=$n.g,r=$n.b,o=Math.max(n,s,r),a=Math.min(n,s,r),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let d=o-a;switch(c=h<=.5?d/(o+a):d/(2-o-a),o){case n:l=(s-r)/d+(s<r?6:0);break;case s:l=(r-n)/d+2;break;case r:l=(n-s)/d+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=Tt.workingColorSpace){return Tt.workingToColorSpace($n.copy(this),t),e.r=$n.r,e.g=$n.g,e.b=$n.b,e}getStyle(e=gi){Tt.workingToColorSpace($n.copy(this),e);let t=$n.r,n=$n.g,s=$n.b;return e!==gi?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL($s),this.setHSL($s.h+e,$s.s+t,$s.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL($s),e.getHSL(Hl);let n=_a($s.h,Hl.h,t),s=_a($s.s,Hl.s,t),r=_a($s.l,Hl.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},$n=new St;St.NAMES=Fg;var Ma=class extends Zn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Ps,this.environmentIntensity=1,this.environmentRotation=new Ps,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},Vi=new $,ws=new $,$u=new $,Ts=new $,eo=new $,to=new $,Nm=new $,Zu=new $,Ju=new $,Ku=new $,ju=new nn,Qu=new nn,ed=new nn,js=class i{constructor(e=new $,t=new $,n=new $){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),Vi.subVectors(e,t),s.cross(Vi);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){Vi.subVectors(s,t),ws.subVectors(n,t),$u.subVectors(e,t);let o=Vi.dot(Vi),a=Vi.dot(ws),l=Vi.dot($u),c=ws.dot(ws),h=ws.dot($u),d=o*c-a*a;if(d===0)return r.set(0,0,0),null;let u=1/d,f=(c*l-a*h)*u,g=(o*h-a*l)*u;return r.set(1-f-g,g,f)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,Ts)===null?!1:Ts.x>=0&&Ts.y>=0&&Ts.x+Ts.y<=1}static getInterpolation(e,t,n,s,r,o,a,l){return this.getBarycoord(e,t,n,s,Ts)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(r,Ts.x),l.addScaledVector(o,Ts.y),l.addScaledVector(a,Ts.z),l)}static getInterpolatedAttribute(e,t,n,s,r,o){return ju.setScalar(0),Qu.setScalar(0),ed.setScalar(0),ju.fromBufferAttribute(e,t),Qu.fromBufferAttribute(e,n),ed.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(ju,r.x),o.addScaledVector(Qu,r.y),o.addScaledVector(ed,r.z),o}static isFrontFacing(e,t,n,s){return Vi.subVectors(n,t),ws.subVectors(e,t),Vi.cross(ws).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return Vi.subVectors(this.c,this.b),ws.subVectors(this.a,this.b),Vi.cross(ws).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,o,a;eo.subVectors(s,n),to.subVectors(r,n),Zu.subVectors(e,n);let l=eo.dot(Zu),c=to.dot(Zu);if(l<=0&&c<=0)return t.copy(n);Ju.subVectors(e,s);let h=eo.dot(Ju),d=to.dot(Ju);if(h>=0&&d<=h)return t.copy(s);let u=l*d-h*c;if(u<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(n).addScaledVector(eo,o);Ku.subVectors(e,r);let f=eo.dot(Ku),g=to.dot(Ku);if(g>=0&&f<=g)return t.copy(r);let v=f*c-l*g;if(v<=0&&c>=0&&g<=0)return a=c/(c-g),t.copy(n).addScaledVector(to,a);let m=h*g-f*d;if(m<=0&&d-h>=0&&f-g>=0)return Nm.subVectors(r,s),a=(d-h)/(d-h+(f-g)),t.copy(s).addScaledVector(Nm,a);let p=1/(m+v+u);return o=v*p,a=u*p,t.copy(n).addScaledVector(eo,o).addScaledVector(to,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ls=class{constructor(e=new $(1/0,1/0,1/0),t=new $(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Gi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Gi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Gi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,Gi):Gi.fromBufferAttribute(r,o),Gi.applyMatrix4(e.matrixWorld),this.expandByPoint(Gi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Wl.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Wl.copy(n.boundingBox)),Wl.applyMatrix4(e.matrixWorld),this.union(Wl)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Gi),Gi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(ua),Xl.subVectors(this.max,ua),no.subVectors(e.a,ua),io.subVectors(e.b,ua),so.subVectors(e.c,ua),Zs.subVectors(io,no),Js.subVectors(so,io),xr.subVectors(no,so);let t=[0,-Zs.z,Zs.y,0,-Js.z,Js.y,0,-xr.z,xr.y,Zs.z,0,-Zs.x,Js.z,0,-Js.x,xr.z,0,-xr.x,-Zs.y,Zs.x,0,-Js.y,Js.x,0,-xr.y,xr.x,0];return!td(t,no,io,so,Xl)||(t=[1,0,0,0,1,0,0,0,1],!td(t,no,io,so,Xl))?!1:(ql.crossVectors(Zs,Js),t=[ql.x,ql.y,ql.z],td(t,no,io,so,Xl))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Gi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Gi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Es[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Es[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Es[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Es[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Es[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Es[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Es[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Es[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Es),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Es=[new $,new $,new $,new $,new $,new $,new $,new $],Gi=new $,Wl=new ls,no=new $,io=new $,so=new $,Zs=new $,Js=new $,xr=new $,ua=new $,Xl=new $,ql=new $,yr=new $;function td(i,e,t,n,s){for(let r=0,o=i.length-3;r<=o;r+=3){yr.fromArray(i,r);let a=s.x*Math.abs(yr.x)+s.y*Math.abs(yr.y)+s.z*Math.abs(yr.z),l=e.dot(yr),c=t.dot(yr),h=n.dot(yr);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var Sn=new $,Yl=new je,Ev=0,xi=class extends Hi{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Ev++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Pg,this.updateRanges=[],this.gpuType=Xi,this.version=0,this._normalizationScale=e!==void 0?Xd(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Yl.fromBufferAttribute(this,t),Yl.applyMatrix3(e),this.setXY(t,Yl.x,Yl.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)Sn.fromBufferAttribute(this,t),Sn.applyMatrix3(e),this.setXYZ(t,Sn.x,Sn.y,Sn.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)Sn.fromBufferAttribute(this,t),Sn.applyMatrix4(e),this.setXYZ(t,Sn.x,Sn.y,Sn.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)Sn.fromBufferAttribute(this,t),Sn.applyNormalMatrix(e),this.setXYZ(t,Sn.x,Sn.y,Sn.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)Sn.fromBufferAttribute(this,t),Sn.transformDirection(e),this.setXYZ(t,Sn.x,Sn.y,Sn.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):Ug(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):Og(e,this.array)}};var wa=class extends xi{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var Ta=class extends xi{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var En=class extends xi{constructor(e,t,n){super(new Float32Array(e),t,n)}},Av=new ls,da=new $,nd=new $,Is=class{constructor(e=new $,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):Av.setFromPoints(e).getCenter(n);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;da.subVectors(e,this.center);let t=da.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(da,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(nd.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(da.copy(e.center).add(nd)),this.expandByPoint(da.copy(e.center).sub(nd))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Cv=0,Ii=new Wt,id=new Zn,ro=new $,mi=new ls,fa=new ls,kn=new $,Si=class i extends Hi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Cv++}),this.uuid=Eo(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(Qy(e)?Ta:wa)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new st().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Ii.makeRotationFromQuaternion(e),this.applyMatrix4(Ii),this}rotateX(e){return Ii.makeRotationX(e),this.applyMatrix4(Ii),this}rotateY(e){return Ii.makeRotationY(e),this.applyMatrix4(Ii),this}rotateZ(e){return Ii.makeRotationZ(e),this.applyMatrix4(Ii),this}translate(e,t,n){return Ii.makeTranslation(e,t,n),this.applyMatrix4(Ii),this}scale(e,t,n){return Ii.makeScale(e,t,n),this.applyMatrix4(Ii),this}lookAt(e){return id.lookAt(e),id.updateMatrix(),this.applyMatrix4(id.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(ro).negate(),this.translate(ro.x,ro.y,ro.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new En(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Je("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ls);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){nt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new $(-1/0,-1/0,-1/0),new $(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];mi.setFromBufferAttribute(r),this.morphTargetsRelative?(kn.addVectors(this.boundingBox.min,mi.min),this.boundingBox.expandByPoint(kn),kn.addVectors(this.boundingBox.max,mi.max),this.boundingBox.expandByPoint(kn)):(this.boundingBox.expandByPoint(mi.min),this.boundingBox.expandByPoint(mi.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&nt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Is);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){nt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new $,1/0);return}if(e){let n=this.boundingSphere.center;if(mi.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];fa.setFromBufferAttribute(a),this.morphTargetsRelative?(kn.addVectors(mi.min,fa.min),mi.expandByPoint(kn),kn.addVectors(mi.max,fa.max),mi.expandByPoint(kn)):(mi.expandByPoint(fa.min),mi.expandByPoint(fa.max))}mi.getCenter(n);let s=0;for(let r=0,o=e.count;r<o;r++)kn.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(kn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)kn.fromBufferAttribute(a,c),l&&(ro.fromBufferAttribute(e,c),kn.add(ro)),s=Math.max(s,n.distanceToSquared(kn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&nt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){nt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new xi(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(n.count);for(let V=0;V<n.count;V++)a[V]=new $,l[V]=new $;let h=new $,d=new $,u=new $,f=new je,g=new je,v=new je,m=new $,p=new $;function S(V,F,O){c[V]=c[F]=c[O]=1,h.fromBufferAttribute(n,V),d.fromBufferAttribute(n,F),u.fromBufferAttribute(n,O),f.fromBufferAttribute(r,V),g.fromBufferAttribute(r,F),v.fromBufferAttribute(r,O),d.sub(h),u.sub(h),g.sub(f),v.sub(f);let G=1/(g.x*v.y-v.x*g.y);isFinite(G)&&(m.copy(d).multiplyScalar(v.y).addScaledVector(u,-g.y).multiplyScalar(G),p.copy(u).multiplyScalar(g.x).addScaledVector(d,-v.x).multiplyScalar(G),a[V].add(m),a[F].add(m),a[O].add(m),l[V].add(p),l[F].add(p),l[O].add(p))}let R=this.groups;R.length===0&&(R=[{start:0,count:e.count}]);for(let V=0,F=R.length;V<F;++V){let O=R[V],G=O.start,X=O.count;for(let U=G,q=G+X;U<q;U+=3)S(e.getX(U+0),e.getX(U+1),e.getX(U+2))}let T=new $,L=new $,A=new $,x=new $;function E(V){A.fromBufferAttribute(s,V),x.copy(A);let F=a[V];T.copy(F),T.sub(A.multiplyScalar(A.dot(F))).normalize(),L.crossVectors(x,F);let G=L.dot(l[V])<0?-1:1;o.setXYZW(V,T.x,T.y,T.z,G)}for(let V=0,F=n.count;V<F;++V)c[V]&&E(V);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new xi(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let u=0,f=n.count;u<f;u++)n.setXYZ(u,0,0,0);let s=new $,r=new $,o=new $,a=new $,l=new $,c=new $,h=new $,d=new $;if(e)for(let u=0,f=e.count;u<f;u+=3){let g=e.getX(u+0),v=e.getX(u+1),m=e.getX(u+2);s.fromBufferAttribute(t,g),r.fromBufferAttribute(t,v),o.fromBufferAttribute(t,m),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),a.fromBufferAttribute(n,g),l.fromBufferAttribute(n,v),c.fromBufferAttribute(n,m),a.add(h),l.add(h),c.add(h),n.setXYZ(g,a.x,a.y,a.z),n.setXYZ(v,l.x,l.y,l.z),n.setXYZ(m,c.x,c.y,c.z)}else for(let u=0,f=t.count;u<f;u+=3)s.fromBufferAttribute(t,u+0),r.fromBufferAttribute(t,u+1),o.fromBufferAttribute(t,u+2),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),n.setXYZ(u+0,h.x,h.y,h.z),n.setXYZ(u+1,h.x,h.y,h.z),n.setXYZ(u+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)kn.fromBufferAttribute(e,t),kn.normalize(),e.setXYZ(t,kn.x,kn.y,kn.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,d=a.normalized,u=new c.constructor(l.length*h),f=0,g=0;for(let v=0,m=l.length;v<m;v++){a.isInterleavedBufferAttribute?f=l[v]*a.data.stride+a.offset:f=l[v]*h;for(let p=0;p<h;p++)u[g++]=c[f++]}return new xi(u,h,d)}if(this.index===null)return Je("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let a in s){let l=s[a],c=e(l,n);t.setAttribute(a,c)}let r=this.morphAttributes;for(let a in r){let l=[],c=r[a];for(let h=0,d=c.length;h<d;h++){let u=c[h],f=e(u,n);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let l in n){let c=n[l];e.data.attributes[l]=c.toJSON(e.data)}let s={},r=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let d=0,u=c.length;d<u;d++){let f=c[d];h.push(f.toJSON(e.data))}h.length>0&&(s[l]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let c in s){let h=s[c];this.setAttribute(c,h.clone(t))}let r=e.morphAttributes;for(let c in r){let h=[],d=r[c];for(let u=0,f=d.length;u<f;u++)h.push(d[u].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let d=o[c];this.addGroup(d.start,d.count,d.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var sd=new $,Rv=new $,Pv=new st,_i=class{constructor(e=new $(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=sd.subVectors(n,t).cross(Rv.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(sd),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||Pv.getNormalMatrix(e),s=this.coplanarPoint(sd).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},Iv=0,Ls=class extends Hi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:Iv++}),this.uuid=Eo(),this.name="",this.type="Material",this.blending=Mo,this.side=or,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Sd,this.blendDst=bd,this.blendEquation=Mr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new St(0,0,0),this.blendAlpha=0,this.depthFunc=ho,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=wg,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=hc,this.stencilZFail=hc,this.stencilZPass=hc,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Je(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Je(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let o=[];for(let a in r){let l=r[a];delete l.metadata,o.push(l)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(n.textures=r),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new St().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new _i().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new je().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new je().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var As=new $,rd=new $,$l=new $,Zl=new $,Qs=class{constructor(e=new $,t=new $(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,As)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=As.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(As.copy(this.origin).addScaledVector(this.direction,t),As.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){rd.copy(e).add(t).multiplyScalar(.5),$l.copy(t).sub(e).normalize(),Zl.copy(this.origin).sub(rd);let r=e.distanceTo(t)*.5,o=-this.direction.dot($l),a=Zl.dot(this.direction),l=-Zl.dot($l),c=Zl.lengthSq(),h=Math.abs(1-o*o),d,u,f,g;if(h>0)if(d=o*l-a,u=o*a-l,g=r*h,d>=0)if(u>=-g)if(u<=g){let v=1/h;d*=v,u*=v,f=d*(d+o*u+2*a)+u*(o*d+u+2*l)+c}else u=r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u=-r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u<=-g?(d=Math.max(0,-(-o*r+a)),u=d>0?-r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c):u<=g?(d=0,u=Math.min(Math.max(-r,-l),r),f=u*(u+2*l)+c):(d=Math.max(0,-(o*r+a)),u=d>0?r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c);else u=o>0?-r:r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,d),s&&s.copy(rd).addScaledVector($l,u),f}intersectSphere(e,t){if(e.radius<0)return null;As.subVectors(e.center,this.origin);let n=As.dot(this.direction),s=As.dot(As)-n*n,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=n-o,l=n+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,o,a,l,c=1/this.direction.x,h=1/this.direction.y,d=1/this.direction.z,u=this.origin;return c>=0?(n=(e.min.x-u.x)*c,s=(e.max.x-u.x)*c):(n=(e.max.x-u.x)*c,s=(e.min.x-u.x)*c),h>=0?(r=(e.min.y-u.y)*h,o=(e.max.y-u.y)*h):(r=(e.max.y-u.y)*h,o=(e.min.y-u.y)*h),n>o||r>s||((r>n||isNaN(n))&&(n=r),(o<s||isNaN(s))&&(s=o),d>=0?(a=(e.min.z-u.z)*d,l=(e.max.z-u.z)*d):(a=(e.max.z-u.z)*d,l=(e.min.z-u.z)*d),n>l||a>s)||((a>n||n!==n)&&(n=a),(l<s||s!==s)&&(s=l),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,As)!==null}intersectTriangle(e,t,n,s,r){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,d=e.x-o.x,u=e.y-o.y,f=e.z-o.z,g=t.x-o.x,v=t.y-o.y,m=t.z-o.z,p=n.x-o.x,S=n.y-o.y,R=n.z-o.z,T=Math.abs(l),L=Math.abs(c),A=Math.abs(h),x,E,V,F,O,G,X,U,q,J,W,ue;if(T>=L&&T>=A?(V=l,G=d,q=g,ue=p,l>=0?(x=c,E=h,F=u,O=f,X=v,U=m,J=S,W=R):(x=h,E=c,F=f,O=u,X=m,U=v,J=R,W=S)):L>=A?(V=c,G=u,q=v,ue=S,c>=0?(x=h,E=l,F=f,O=d,X=m,U=g,J=R,W=p):(x=l,E=h,F=d,O=f,X=g,U=m,J=p,W=R)):(V=h,G=f,q=m,ue=R,h>=0?(x=l,E=c,F=d,O=u,X=g,U=v,J=p,W=S):(x=c,E=l,F=u,O=d,X=v,U=g,J=S,W=p)),V===0)return null;let Q=x/V,te=E/V,oe=1/V,pe=F-Q*G,fe=O-te*G,ne=X-Q*q,_e=U-te*q,ve=J-Q*ue,Re=W-te*ue,we=ve*_e-Re*ne,qe=pe*Re-fe*ve,ct=ne*fe-_e*pe;if(s){if(we<0||qe<0||ct<0)return null}else if((we<0||qe<0||ct<0)&&(we>0||qe>0||ct>0))return null;let We=we+qe+ct;if(We===0)return null;let _t=oe*(we*G+qe*q+ct*ue);return(We>0?_t<0:_t>0)?null:this.at(_t/We,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},wc=class extends Ls{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new St(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Ps,this.combine=qc,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},Um=new Wt,vr=new Qs,Jl=new Is,Om=new $,Kl=new $,jl=new $,Ql=new $,od=new $,ec=new $,Fm=new $,tc=new $,bi=class extends Zn{constructor(e=new Si,t=new wc){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){ec.set(0,0,0);for(let l=0,c=r.length;l<c;l++){let h=a[l],d=r[l];h!==0&&(od.fromBufferAttribute(d,e),o?ec.addScaledVector(od,h):ec.addScaledVector(od.sub(t),h))}t.add(ec)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),Jl.copy(n.boundingSphere),Jl.applyMatrix4(r),vr.copy(e.ray).recast(e.near),!(Jl.containsPoint(vr.origin)===!1&&(vr.intersectSphere(Jl,Om)===null||vr.origin.distanceToSquared(Om)>(e.far-e.near)**2))&&(Um.copy(r).invert(),vr.copy(e.ray).applyMatrix4(Um),!(n.boundingBox!==null&&vr.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,vr)))}_computeIntersections(e,t,n){let s,r=this.geometry,o=this.material,a=r.index,l=r.attributes.position,c=r.attributes.uv,h=r.attributes.uv1,d=r.attributes.normal,u=r.groups,f=r.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,v=u.length;g<v;g++){let m=u[g],p=o[m.materialIndex],S=Math.max(m.start,f.start),R=Math.min(a.count,Math.min(m.start+m.count,f.start+f.count));for(let T=S,L=R;T<L;T+=3){let A=a.getX(T),x=a.getX(T+1),E=a.getX(T+2);s=nc(this,p,e,n,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),v=Math.min(a.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let S=a.getX(m),R=a.getX(m+1),T=a.getX(m+2);s=nc(this,o,e,n,c,h,d,S,R,T),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}else if(l!==void 0)if(Array.isArray(o))for(let g=0,v=u.length;g<v;g++){let m=u[g],p=o[m.materialIndex],S=Math.max(m.start,f.start),R=Math.min(l.count,Math.min(m.start+m.count,f.start+f.count));for(let T=S,L=R;T<L;T+=3){let A=T,x=T+1,E=T+2;s=nc(this,p,e,n,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),v=Math.min(l.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let S=m,R=m+1,T=m+2;s=nc(this,o,e,n,c,h,d,S,R,T),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}}};function Lv(i,e,t,n,s,r,o,a){let l;if(e.side===ri?l=n.intersectTriangle(o,r,s,!0,a):l=n.intersectTriangle(s,r,o,e.side===or,a),l===null)return null;tc.copy(a),tc.applyMatrix4(i.matrixWorld);let c=t.ray.origin.distanceTo(tc);return c<t.near||c>t.far?null:{distance:c,point:tc.clone(),object:i}}function nc(i,e,t,n,s,r,o,a,l,c){i.getVertexPosition(a,Kl),i.getVertexPosition(l,jl),i.getVertexPosition(c,Ql);let h=Lv(i,e,t,n,Kl,jl,Ql,Fm);if(h){let d=new $;js.getBarycoord(Fm,Kl,jl,Ql,d),s&&(h.uv=js.getInterpolatedAttribute(s,a,l,c,d,new je)),r&&(h.uv1=js.getInterpolatedAttribute(r,a,l,c,d,new je)),o&&(h.normal=js.getInterpolatedAttribute(o,a,l,c,d,new $),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let u={a,b:l,c,normal:new $,materialIndex:0};js.getNormal(Kl,jl,Ql,u.normal),h.face=u,h.barycoord=d}return h}var Tc=class extends ai{constructor(e=null,t=1,n=1,s,r,o,a,l,c=zn,h=zn,d,u){super(null,o,a,l,c,h,s,r,d,u),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Sr=new Is,Dv=new je(.5,.5),ic=new $,er=class{constructor(e=new _i,t=new _i,n=new _i,s=new _i,r=new _i,o=new _i){this.planes=[e,t,n,s,r,o]}set(e,t,n,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=Li,n=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],l=r[2],c=r[3],h=r[4],d=r[5],u=r[6],f=r[7],g=r[8],v=r[9],m=r[10],p=r[11],S=r[12],R=r[13],T=r[14],L=r[15];if(s[0].setComponents(c-o,f-h,p-g,L-S).normalize(),s[1].setComponents(c+o,f+h,p+g,L+S).normalize(),s[2].setComponents(c+a,f+d,p+v,L+R).normalize(),s[3].setComponents(c-a,f-d,p-v,L-R).normalize(),n)s[4].setComponents(l,u,m,T).normalize(),s[5].setComponents(c-l,f-u,p-m,L-T).normalize();else if(s[4].setComponents(c-l,f-u,p-m,L-T).normalize(),t===Li)s[5].setComponents(c+l,f+u,p+m,L+T).normalize();else if(t===uo)s[5].setComponents(l,u,m,T).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),Sr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),Sr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(Sr)}intersectsSprite(e){Sr.center.set(0,0,0);let t=Dv.distanceTo(e.center);return Sr.radius=.7071067811865476+t,Sr.applyMatrix4(e.matrixWorld),this.intersectsSphere(Sr)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(ic.x=s.normal.x>0?e.max.x:e.min.x,ic.y=s.normal.y>0?e.max.y:e.min.y,ic.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(ic)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},Bm=new Wt,Ec=class i{constructor(){this.coordinateSystem=Li,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];Bm.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new er),n[s].setFromProjectionMatrix(Bm,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new er),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var Ea=class extends Ls{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new St(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Ac=new $,Cc=new $,km=new Wt,pa=new Qs,sc=new Is,ad=new $,zm=new $,Rc=class extends Zn{constructor(e=new Si,t=new Ea){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)Ac.fromBufferAttribute(t,s-1),Cc.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=Ac.distanceTo(Cc);e.setAttribute("lineDistance",new En(n,1))}else Je("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),sc.copy(n.boundingSphere),sc.applyMatrix4(s),sc.radius+=r,e.ray.intersectsSphere(sc)===!1)return;km.copy(s).invert(),pa.copy(e.ray).applyMatrix4(km);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,h=n.index,u=n.attributes.position;if(h!==null){let f=Math.max(0,o.start),g=Math.min(h.count,o.start+o.count);for(let v=f,m=g-1;v<m;v+=c){let p=h.getX(v),S=h.getX(v+1),R=rc(this,e,pa,l,p,S,v);R&&t.push(R)}if(this.isLineLoop){let v=h.getX(g-1),m=h.getX(f),p=rc(this,e,pa,l,v,m,g-1);p&&t.push(p)}}else{let f=Math.max(0,o.start),g=Math.min(u.count,o.start+o.count);for(let v=f,m=g-1;v<m;v+=c){let p=rc(this,e,pa,l,v,v+1,v);p&&t.push(p)}if(this.isLineLoop){let v=rc(this,e,pa,l,g-1,f,g-1);v&&t.push(v)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function rc(i,e,t,n,s,r,o){let a=i.geometry.attributes.position;if(Ac.fromBufferAttribute(a,s),Cc.fromBufferAttribute(a,r),t.distanceSqToSegment(Ac,Cc,ad,zm)>n)return;ad.applyMatrix4(i.matrixWorld);let c=e.ray.origin.distanceTo(ad);if(!(c<e.near||c>e.far))return{distance:c,point:zm.clone().applyMatrix4(i.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:i}}var Vm=new $,Gm=new $,Pc=class extends Rc{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)Vm.fromBufferAttribute(t,s),Gm.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+Vm.distanceTo(Gm);e.setAttribute("lineDistance",new En(n,1))}else Je("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Aa=class extends ai{constructor(e=[],t=wr,n,s,r,o,a,l,c,h){super(e,t,n,s,r,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var Ds=class extends ai{constructor(e,t,n=Wi,s,r,o,a=zn,l=zn,c,h=Rs,d=1){if(h!==Rs&&h!==Us)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let u={width:e,height:t,depth:d};super(u,s,r,o,a,l,h,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new mo(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Ca=class extends Ds{constructor(e,t=Wi,n=wr,s,r,o=zn,a=zn,l,c=Rs){let h={width:e,height:e,depth:1},d=[h,h,h,h,h,h];super(e,e,t,n,s,r,o,a,l,c),this.image=d,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ra=class extends ai{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},xo=class i extends Si{constructor(e=1,t=1,n=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let l=[],c=[],h=[],d=[],u=0,f=0;g("z","y","x",-1,-1,n,t,e,o,r,0),g("z","y","x",1,-1,n,t,-e,o,r,1),g("x","z","y",1,1,e,n,t,s,o,2),g("x","z","y",1,-1,e,n,-t,s,o,3),g("x","y","z",1,-1,e,t,n,s,r,4),g("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(l),this.setAttribute("position",new En(c,3)),this.setAttribute("normal",new En(h,3)),this.setAttribute("uv",new En(d,2));function g(v,m,p,S,R,T,L,A,x,E,V){let F=T/x,O=L/E,G=T/2,X=L/2,U=A/2,q=x+1,J=E+1,W=0,ue=0,Q=new $;for(let te=0;te<J;te++){let oe=te*O-X;for(let pe=0;pe<q;pe++){let fe=pe*F-G;Q[v]=fe*S,Q[m]=oe*R,Q[p]=U,c.push(Q.x,Q.y,Q.z),Q[v]=0,Q[m]=0,Q[p]=A>0?1:-1,h.push(Q.x,Q.y,Q.z),d.push(pe/x),d.push(1-te/E),W+=1}}for(let te=0;te<E;te++)for(let oe=0;oe<x;oe++){let pe=u+oe+q*te,fe=u+oe+q*(te+1),ne=u+(oe+1)+q*(te+1),_e=u+(oe+1)+q*te;l.push(pe,fe,_e),l.push(fe,ne,_e),ue+=6}a.addGroup(f,ue,V),f+=ue,u+=W}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Pa=class i extends Si{constructor(e=1,t=1,n=1,s=32,r=1,o=!1,a=0,l=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:n,radialSegments:s,heightSegments:r,openEnded:o,thetaStart:a,thetaLength:l};let c=this;s=Math.floor(s),r=Math.floor(r);let h=[],d=[],u=[],f=[],g=0,v=[],m=n/2,p=0;S(),o===!1&&(e>0&&R(!0),t>0&&R(!1)),this.setIndex(h),this.setAttribute("position",new En(d,3)),this.setAttribute("normal",new En(u,3)),this.setAttribute("uv",new En(f,2));function S(){let T=new $,L=new $,A=0,x=(t-e)/n;for(let E=0;E<=r;E++){let V=[],F=E/r,O=F*(t-e)+e;for(let G=0;G<=s;G++){let X=G/s,U=X*l+a,q=Math.sin(U),J=Math.cos(U);L.x=O*q,L.y=-F*n+m,L.z=O*J,d.push(L.x,L.y,L.z),T.set(q,x,J).normalize(),u.push(T.x,T.y,T.z),f.push(X,1-F),V.push(g++)}v.push(V)}for(let E=0;E<s;E++)for(let V=0;V<r;V++){let F=v[V][E],O=v[V+1][E],G=v[V+1][E+1],X=v[V][E+1];(e>0||V!==0)&&(h.push(F,O,X),A+=3),(t>0||V!==r-1)&&(h.push(O,G,X),A+=3)}c.addGroup(p,A,0),p+=A}function R(T){let L=g,A=new je,x=new $,E=0,V=T===!0?e:t,F=T===!0?1:-1;for(let G=1;G<=s;G++)d.push(0,m*F,0),u.push(0,F,0),f.push(.5,.5),g++;let O=g;for(let G=0;G<=s;G++){let U=G/s*l+a,q=Math.cos(U),J=Math.sin(U);x.x=V*J,x.y=m*F,x.z=V*q,d.push(x.x,x.y,x.z),u.push(0,F,0),A.x=q*.5+.5,A.y=J*.5*F+.5,f.push(A.x,A.y),g++}for(let G=0;G<s;G++){let X=L+G,U=O+G;T===!0?h.push(U,U+1,X):h.push(U+1,U,X),E+=3}c.addGroup(p,E,T===!0?1:2),p+=E}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var Ia=class i extends Si{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(n),l=Math.floor(s),c=a+1,h=l+1,d=e/a,u=t/l,f=[],g=[],v=[],m=[];for(let p=0;p<h;p++){let S=p*u-o;for(let R=0;R<c;R++){let T=R*d-r;g.push(T,-S,0),v.push(0,0,1),m.push(R/a),m.push(1-p/l)}}for(let p=0;p<l;p++)for(let S=0;S<a;S++){let R=S+c*p,T=S+c*(p+1),L=S+1+c*(p+1),A=S+1+c*p;f.push(R,T,A),f.push(T,L,A)}this.setIndex(f),this.setAttribute("position",new En(g,3)),this.setAttribute("normal",new En(v,3)),this.setAttribute("uv",new En(m,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};function Er(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(Hm(s))s.isRenderTargetTexture?(Je("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(Hm(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function Jn(i){let e={};for(let t=0;t<i.length;t++){let n=Er(i[t]);for(let s in n)e[s]=n[s]}return e}function Hm(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function Nv(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function Yd(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:Tt.workingColorSpace}var Bg={clone:Er,merge:Jn},Uv=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Ov=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,cs=class extends Ls{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Uv,this.fragmentShader=Ov,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Er(e.uniforms),this.uniformsGroups=Nv(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new St().setHex(s.value);break;case"v2":this.uniforms[n].value=new je().fromArray(s.value);break;case"v3":this.uniforms[n].value=new $().fromArray(s.value);break;case"v4":this.uniforms[n].value=new nn().fromArray(s.value);break;case"m3":this.uniforms[n].value=new st().fromArray(s.value);break;case"m4":this.uniforms[n].value=new Wt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Ic=class extends cs{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var yo=class extends Ls{constructor(e){super(),this.isMeshLambertMaterial=!0,this.type="MeshLambertMaterial",this.color=new St(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new St(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Lh,this.normalScale=new je(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Ps,this.combine=qc,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},Lc=class extends Ls{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=bg,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Dc=class extends Ls{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function oo(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function oc(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var tr=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let o;t:{i:if(!(e<s)){for(let a=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(r=s,s=t[++n],e<s)break e}o=t.length;break t}if(!(e>=r)){let a=t[1];e<a&&(n=2,r=a);for(let l=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===l)break;if(s=r,r=t[--n-1],e>=r)break e}o=n,n=0;break t}break n}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=n[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Nc=class extends tr{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:hd,endingEnd:hd}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],l=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case ud:r=e,a=2*t-n;break;case dd:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=n}if(l===void 0)switch(this.getSettings_().endingEnd){case ud:o=e,l=2*n-t;break;case dd:o=1,l=n+s[1]-s[0];break;default:o=e-1,l=t}let c=(n-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-n),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,d=this._offsetNext,u=this._weightPrev,f=this._weightNext,g=(n-t)/(s-t),v=g*g,m=v*g,p=-u*m+2*u*v-u*g,S=(1+u)*m+(-1.5-2*u)*v+(-.5+u)*g+1,R=(-1-f)*m+(1.5+f)*v+.5*g,T=f*m-f*v;for(let L=0;L!==a;++L)r[L]=p*o[h+L]+S*o[c+L]+R*o[l+L]+T*o[d+L];return r}},Uc=class extends tr{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(n-t)/(s-t),d=1-h;for(let u=0;u!==a;++u)r[u]=o[c+u]*d+o[l+u]*h;return r}},Oc=class extends tr{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},Fc=class extends tr{interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,d=this.outTangents;if(!h||!d){let g=(n-t)/(s-t),v=1-g;for(let m=0;m!==a;++m)r[m]=o[c+m]*v+o[l+m]*g;return r}let u=a*2,f=e-1;for(let g=0;g!==a;++g){let v=o[c+g],m=o[l+g],p=f*u+g*2,S=d[p],R=d[p+1],T=e*u+g*2,L=h[T],A=h[T+1],x=Bv(n,t,S,L,s);r[g]=kg(x,v,R,A,m)}return r}};function kg(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function Fv(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function Bv(i,e,t,n,s){let r=(i-e)/(s-e);for(let o=0;o<8;o++){let a=kg(r,e,t,n,s)-i;if(Math.abs(a)<1e-10)break;let l=Fv(r,e,t,n,s);if(Math.abs(l)<1e-10)break;r=Math.max(0,Math.min(1,r-a/l))}return r}var Mi=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=oo(t,this.TimeBufferType),this.values=oo(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:oo(e.times,Array),values:oo(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),oc(e.settings)&&(n.settings={inTangents:oo(e.settings.inTangents,Array),outTangents:oo(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new Oc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Uc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new Nc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Fc(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case xa:t=this.InterpolantFactoryMethodDiscrete;break;case vc:t=this.InterpolantFactoryMethodLinear;break;case cc:t=this.InterpolantFactoryMethodSmooth;break;case cd:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Je("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return xa;case this.InterpolantFactoryMethodLinear:return vc;case this.InterpolantFactoryMethodSmooth:return cc;case this.InterpolantFactoryMethodBezier:return cd}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;oc(this.settings)&&(Wm(this.settings.inTangents,e),Wm(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;oc(this.settings)&&(Xm(this.settings.inTangents,e),Xm(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,o=s-1;for(;r!==s&&n[r]<e;)++r;for(;o!==-1&&n[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=n.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(nt("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(nt("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let l=n[a];if(typeof l=="number"&&isNaN(l)){nt("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){nt("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(s!==void 0&&ev(s))for(let a=0,l=s.length;a!==l;++a){let c=s[a];if(isNaN(c)){nt("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===cc,r=e.length-1,o=1;for(let a=1;a<r;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(s)l=!0;else{let d=a*n,u=d-n,f=d+n;for(let g=0;g!==n;++g){let v=t[d+g];if(v!==t[u+g]||v!==t[f+g]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let d=a*n,u=o*n;for(let f=0;f!==n;++f)t[u+f]=t[d+f]}++o}}if(r>0){e[o]=e[r];for(let a=r*n,l=o*n,c=0;c!==n;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,oc(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function Wm(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function Xm(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}Mi.prototype.ValueTypeName="";Mi.prototype.TimeBufferType=Float32Array;Mi.prototype.ValueBufferType=Float32Array;Mi.prototype.DefaultInterpolation=vc;var nr=class extends Mi{constructor(e,t,n){super(e,t,n)}};nr.prototype.ValueTypeName="bool";nr.prototype.ValueBufferType=Array;nr.prototype.DefaultInterpolation=xa;nr.prototype.InterpolantFactoryMethodLinear=void 0;nr.prototype.InterpolantFactoryMethodSmooth=void 0;var Bc=class extends Mi{constructor(e,t,n,s){super(e,t,n,s)}};Bc.prototype.ValueTypeName="color";var kc=class extends Mi{constructor(e,t,n,s){super(e,t,n,s)}};kc.prototype.ValueTypeName="number";var zc=class extends tr{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(n-t)/(s-t),c=e*a;for(let h=c+a;c!==h;c+=4)yi.slerpFlat(r,0,o,c-a,o,c,l);return r}},La=class extends Mi{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new zc(this.times,this.values,this.getValueSize(),e)}};La.prototype.ValueTypeName="quaternion";La.prototype.InterpolantFactoryMethodSmooth=void 0;var ir=class extends Mi{constructor(e,t,n){super(e,t,n)}};ir.prototype.ValueTypeName="string";ir.prototype.ValueBufferType=Array;ir.prototype.DefaultInterpolation=xa;ir.prototype.InterpolantFactoryMethodLinear=void 0;ir.prototype.InterpolantFactoryMethodSmooth=void 0;var Vc=class extends Mi{constructor(e,t,n,s){super(e,t,n,s)}};Vc.prototype.ValueTypeName="vector";var Gc=class{constructor(e,t,n){let s=this,r=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,d){return c.push(h,d),this},this.removeHandler=function(h){let d=c.indexOf(h);return d!==-1&&c.splice(d,2),this},this.getHandler=function(h){for(let d=0,u=c.length;d<u;d+=2){let f=c[d],g=c[d+1];if(f.global&&(f.lastIndex=0),f.test(h))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},zg=new Gc,Hc=class{constructor(e){this.manager=e!==void 0?e:zg,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Hc.DEFAULT_MATERIAL_NAME="__DEFAULT";var Da=class extends Zn{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new St(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}};var ld=new Wt,qm=new $,Ym=new $,Wc=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new je(512,512),this.mapType=li,this.map=null,this.mapPass=null,this.matrix=new Wt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new er,this._frameExtents=new je(1,1),this._viewportCount=1,this._viewports=[new nn(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;qm.setFromMatrixPosition(e.matrixWorld),t.position.copy(qm),Ym.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(Ym),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,s){ld.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(ld,e.coordinateSystem,e.reversedDepth);let r=this._frameExtents,o=s?s.z/r.x:1,a=s?s.w/r.y:1,l=s?s.x/r.x:0,c=s?s.y/r.y:0;e.coordinateSystem===uo||e.reversedDepth?t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,1,0,0,0,0,1):t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,.5,.5,0,0,0,1),t.multiply(ld)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},ac=new $,lc=new yi,rs=new $,Na=class extends Zn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Wt,this.projectionMatrix=new Wt,this.projectionMatrixInverse=new Wt,this.coordinateSystem=Li,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(ac,lc,rs),rs.x===1&&rs.y===1&&rs.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(ac,lc,rs.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(ac,lc,rs),rs.x===1&&rs.y===1&&rs.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(ac,lc,rs.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Ks=new $,$m=new je,Zm=new je,ii=class extends Na{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=po*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(ga*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return po*2*Math.atan(Math.tan(ga*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Ks.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Ks.x,Ks.y).multiplyScalar(-e/Ks.z),Ks.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Ks.x,Ks.y).multiplyScalar(-e/Ks.z)}getViewSize(e,t){return this.getViewBounds(e,$m,Zm),t.subVectors(Zm,$m)}setViewOffset(e,t,n,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(ga*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;r+=o.offsetX*s/l,t-=o.offsetY*n/c,s*=o.width/l,n*=o.height/c}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Ua=class extends Na{constructor(e=-1,t=1,n=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,o=n+e,a=s+t,l=s-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=c*this.view.offsetX,o=r+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},fd=class extends Wc{constructor(){super(new Ua(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},Oa=class extends Da{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(Zn.DEFAULT_UP),this.updateMatrix(),this.target=new Zn,this.shadow=new fd}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},Fa=class extends Da{constructor(e,t){super(e,t),this.isAmbientLight=!0,this.type="AmbientLight"}};var ao=-90,lo=1,vo=class extends Zn{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new ii(ao,lo,e,t);s.layers=this.layers,this.add(s);let r=new ii(ao,lo,e,t);r.layers=this.layers,this.add(r);let o=new ii(ao,lo,e,t);o.layers=this.layers,this.add(o);let a=new ii(ao,lo,e,t);a.layers=this.layers,this.add(a);let l=new ii(ao,lo,e,t);l.layers=this.layers,this.add(l);let c=new ii(ao,lo,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,o,a,l]=t;for(let c of t)this.remove(c);if(e===Li)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===uo)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,l,c,h]=this.children,d=e.getRenderTarget(),u=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let v=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let m=!1;e.isWebGLRenderer===!0?m=e.state.buffers.depth.getReversed():m=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,4,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=v,e.setRenderTarget(n,5,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(d,u,f),e.xr.enabled=g,n.texture.needsPMREMUpdate=!0}},Xc=class extends ii{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var $d="\\[\\]\\.:\\/",kv=new RegExp("["+$d+"]","g"),Zd="[^"+$d+"]",zv="[^"+$d.replace("\\.","")+"]",Vv=/((?:WC+[\/:])*)/.source.replace("WC",Zd),Gv=/(WCOD+)?/.source.replace("WCOD",zv),Hv=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Zd),Wv=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Zd),Xv=new RegExp("^"+Vv+Gv+Hv+Wv+"$"),qv=["material","materials","bones","map"],pd=class{constructor(e,t,n){let s=n||Kt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},Kt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(kv,"")}static parseTrackName(e){let t=Xv.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);qv.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let l=n(a.children);if(l)return l}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Je("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let c=t.objectIndex;switch(n){case"materials":if(!e.material){nt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){nt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){nt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){nt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){nt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){nt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(c!==void 0){if(e[c]===void 0){nt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[s];if(o===void 0){let c=t.nodeName;nt("PropertyBinding: Trying to update property for track: "+c+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){nt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){nt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Kt.Composite=pd;Kt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Kt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Kt.prototype.GetterByBindingType=[Kt.prototype._getValue_direct,Kt.prototype._getValue_array,Kt.prototype._getValue_arrayElement,Kt.prototype._getValue_toArray];Kt.prototype.SetterByBindingTypeAndVersioning=[[Kt.prototype._setValue_direct,Kt.prototype._setValue_direct_setNeedsUpdate,Kt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_array,Kt.prototype._setValue_array_setNeedsUpdate,Kt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_arrayElement,Kt.prototype._setValue_arrayElement_setNeedsUpdate,Kt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_fromArray,Kt.prototype._setValue_fromArray_setNeedsUpdate,Kt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var HR=new Float32Array(1);var Jm=new Wt,Ba=class{constructor(e,t,n=0,s=1/0){this.ray=new Qs(e,t),this.near=n,this.far=s,this.camera=null,this.layers=new go,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):nt("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return Jm.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(Jm),this}intersectObject(e,t=!0,n=[]){return md(e,this,n,t),n.sort(Km),n}intersectObjects(e,t=!0,n=[]){for(let s=0,r=e.length;s<r;s++)md(e[s],this,n,t);return n.sort(Km),n}};function Km(i,e){return i.distance-e.distance}function md(i,e,t,n){let s=!0;if(i.layers.test(e.layers)&&i.raycast(e,t)===!1&&(s=!1),s===!0&&n===!0){let r=i.children;for(let o=0,a=r.length;o<a;o++)md(r[o],e,t,!0)}}var So=class{constructor(e=1,t=0,n=0){this.radius=e,this.phi=t,this.theta=n}set(e,t,n){return this.radius=e,this.phi=t,this.theta=n,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){return this.phi=vt(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,n){return this.radius=Math.sqrt(e*e+t*t+n*n),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,n),this.phi=Math.acos(vt(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var gd=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};var ka=class extends Pc{constructor(e=1){let t=[0,0,0,e,0,0,0,0,0,0,e,0,0,0,0,0,0,e],n=[1,0,0,1,.6,0,0,1,0,.6,1,0,0,0,1,0,.6,1],s=new Si;s.setAttribute("position",new En(t,3)),s.setAttribute("color",new En(n,3));let r=new Ea({vertexColors:!0,toneMapped:!1});super(s,r),this.type="AxesHelper"}setColors(e,t,n){let s=new St,r=this.geometry.attributes.color.array;return s.set(e),s.toArray(r,0),s.toArray(r,3),s.set(t),s.toArray(r,6),s.toArray(r,9),s.set(n),s.toArray(r,12),s.toArray(r,15),this.geometry.attributes.color.needsUpdate=!0,this}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var za=class extends Hi{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function Jd(i,e,t,n){let s=Yv(n);switch(t){case Ud:return i*e;case Fd:return i*e/s.components*s.byteLength;case Qc:return i*e/s.components*s.byteLength;case ar:return i*e*2/s.components*s.byteLength;case eh:return i*e*2/s.components*s.byteLength;case Od:return i*e*3/s.components*s.byteLength;case Yi:return i*e*4/s.components*s.byteLength;case th:return i*e*4/s.components*s.byteLength;case Ha:case Wa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Xa:case qa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case ih:case rh:return Math.max(i,16)*Math.max(e,8)/4;case nh:case sh:return Math.max(i,8)*Math.max(e,8)/2;case oh:case ah:case ch:case hh:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case lh:case Ya:case uh:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case dh:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case fh:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case ph:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case mh:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case gh:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case _h:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case xh:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case yh:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case vh:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Sh:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case bh:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case Mh:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case wh:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Th:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Eh:case Ah:case Ch:return Math.ceil(i/4)*Math.ceil(e/4)*16;case Rh:case Ph:return Math.ceil(i/4)*Math.ceil(e/4)*8;case $a:case Ih:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function Yv(i){switch(i){case li:case Id:return{byteLength:1,components:1};case To:case Ld:case qi:return{byteLength:2,components:1};case Kc:case jc:return{byteLength:2,components:4};case Wi:case Jc:case Xi:return{byteLength:4,components:1};case Dd:case Nd:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Je("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function l0(){let i=null,e=!1,t=null,n=null;function s(r,o){n=i.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function Zv(i){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,d=c.byteLength,u=i.createBuffer();i.bindBuffer(l,u),i.bufferData(l,c,h),a.onUploadCallback();let f;if(c instanceof Float32Array)f=i.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=i.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=i.HALF_FLOAT:f=i.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=i.SHORT;else if(c instanceof Uint32Array)f=i.UNSIGNED_INT;else if(c instanceof Int32Array)f=i.INT;else if(c instanceof Int8Array)f=i.BYTE;else if(c instanceof Uint8Array)f=i.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:u,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:d}}function n(a,l,c){let h=l.array,d=l.updateRanges;if(i.bindBuffer(c,a),d.length===0)i.bufferSubData(c,0,h);else{d.sort((f,g)=>f.start-g.start);let u=0;for(let f=1;f<d.length;f++){let g=d[u],v=d[f];v.start<=g.start+g.count+1?g.count=Math.max(g.count,v.start+v.count-g.start):(++u,d[u]=v)}d.length=u+1;for(let f=0,g=d.length;f<g;f++){let v=d[f];i.bufferSubData(c,v.start*h.BYTES_PER_ELEMENT,h,v.start,v.count)}l.clearUpdateRanges()}l.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(i.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(c.buffer,a,l),c.version=a.version}}return{get:s,remove:r,update:o}}var Jv=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,Kv=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,jv=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,Qv=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,eS=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,tS=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,nS=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,iS=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,sS=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,rS=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,oS=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,aS=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,lS=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,cS=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,hS=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,uS=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,dS=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,fS=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,pS=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,mS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,gS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,_S=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,xS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,yS=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,vS=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,SS=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,bS=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,MS=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,wS=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,TS="gl_FragColor = linearToOutputTexel( gl_FragColor );",ES=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,AS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,CS=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,RS=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,PS=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,IS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,LS=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,DS=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,NS=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,US=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,OS=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,FS=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,BS=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,kS=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,zS=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,VS=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,GS=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,HS=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,WS=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,XS=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,qS=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,YS=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,$S=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,ZS=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,JS=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,KS=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,jS=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,QS=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,eb=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,tb=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,nb=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,ib=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,sb=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,rb=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,ob=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,ab=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,lb=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,cb=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,hb=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ub=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,db=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,fb=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,pb=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,mb=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,gb=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,_b=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,xb=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,yb=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,vb=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Sb=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,bb=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,Mb=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,wb=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,Tb=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,Eb=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,Ab=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Cb=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,Rb=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,Pb=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,Ib=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,Lb=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,Db=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,Nb=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,Ub=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,Ob=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,Fb=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Bb=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,kb=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,zb=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Vb=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,Gb=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,Hb=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,Wb=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,Xb=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,qb=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,Yb=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,$b=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,Zb=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,Jb=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Kb=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,jb=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Qb=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,eM=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,tM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,nM=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,iM=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,sM=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,rM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,oM=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,aM=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,lM=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,cM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,hM=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,uM=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,dM=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,fM=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,pM=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,mM=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,gM=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,_M=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,xM=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,yM=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,vM=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,SM=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,bM=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,MM=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,wM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,TM=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,EM=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,AM=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,CM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,gt={alphahash_fragment:Jv,alphahash_pars_fragment:Kv,alphamap_fragment:jv,alphamap_pars_fragment:Qv,alphatest_fragment:eS,alphatest_pars_fragment:tS,aomap_fragment:nS,aomap_pars_fragment:iS,batching_pars_vertex:sS,batching_vertex:rS,begin_vertex:oS,beginnormal_vertex:aS,bsdfs:lS,iridescence_fragment:cS,bumpmap_pars_fragment:hS,clipping_planes_fragment:uS,clipping_planes_pars_fragment:dS,clipping_planes_pars_vertex:fS,clipping_planes_vertex:pS,color_fragment:mS,color_pars_fragment:gS,color_pars_vertex:_S,color_vertex:xS,common:yS,defaultnormal_vertex:vS,displacementmap_pars_vertex:SS,displacementmap_vertex:bS,emissivemap_fragment:MS,emissivemap_pars_fragment:wS,colorspace_fragment:TS,colorspace_pars_fragment:ES,envmap_fragment:AS,envmap_common_pars_fragment:CS,envmap_pars_fragment:RS,envmap_pars_vertex:PS,envmap_physical_pars_fragment:VS,envmap_vertex:IS,fog_vertex:LS,fog_pars_vertex:DS,fog_fragment:NS,fog_pars_fragment:US,gradientmap_pars_fragment:OS,lightmap_pars_fragment:FS,lights_lambert_fragment:BS,lights_lambert_pars_fragment:kS,lights_pars_begin:zS,lights_toon_fragment:GS,lights_toon_pars_fragment:HS,lights_phong_fragment:WS,lights_phong_pars_fragment:XS,lights_physical_fragment:qS,lights_physical_pars_fragment:YS,lights_fragment_begin:$S,lights_fragment_maps:ZS,lights_fragment_end:JS,lightprobes_pars_fragment:KS,logdepthbuf_fragment:jS,logdepthbuf_pars_fragment:QS,logdepthbuf_pars_vertex:eb,logdepthbuf_vertex:tb,map_fragment:nb,map_pars_fragment:ib,map_particle_fragment:sb,map_particle_pars_fragment:rb,metalnessmap_fragment:ob,metalnessmap_pars_fragment:ab,morphinstance_vertex:lb,morphcolor_vertex:cb,morphnormal_vertex:hb,morphtarget_pars_vertex:ub,morphtarget_vertex:db,normal_fragment_begin:fb,normal_fragment_maps:pb,normal_pars_fragment:mb,normal_pars_vertex:gb,normal_vertex:_b,normalmap_pars_fragment:xb,clearcoat_normal_fragment_begin:yb,clearcoat_normal_fragment_maps:vb,clearcoat_pars_fragment:Sb,iridescence_pars_fragment:bb,opaque_fragment:Mb,packing:wb,premultiplied_alpha_fragment:Tb,project_vertex:Eb,dithering_fragment:Ab,dithering_pars_fragment:Cb,roughnessmap_fragment:Rb,roughnessmap_pars_fragment:Pb,shadowmap_pars_fragment:Ib,shadowmap_pars_vertex:Lb,shadowmap_vertex:Db,shadowmask_pars_fragment:Nb,skinbase_vertex:Ub,skinning_pars_vertex:Ob,skinning_vertex:Fb,skinnormal_vertex:Bb,specularmap_fragment:kb,specularmap_pars_fragment:zb,tonemapping_fragment:Vb,tonemapping_pars_fragment:Gb,transmission_fragment:Hb,transmission_pars_fragment:Wb,uv_pars_fragment:Xb,uv_pars_vertex:qb,uv_vertex:Yb,worldpos_vertex:$b,background_vert:Zb,background_frag:Jb,backgroundCube_vert:Kb,backgroundCube_frag:jb,cube_vert:Qb,cube_frag:eM,depth_vert:tM,depth_frag:nM,distance_vert:iM,distance_frag:sM,equirect_vert:rM,equirect_frag:oM,linedashed_vert:aM,linedashed_frag:lM,meshbasic_vert:cM,meshbasic_frag:hM,meshlambert_vert:uM,meshlambert_frag:dM,meshmatcap_vert:fM,meshmatcap_frag:pM,meshnormal_vert:mM,meshnormal_frag:gM,meshphong_vert:_M,meshphong_frag:xM,meshphysical_vert:yM,meshphysical_frag:vM,meshtoon_vert:SM,meshtoon_frag:bM,points_vert:MM,points_frag:wM,shadow_vert:TM,shadow_frag:EM,sprite_vert:AM,sprite_frag:CM},Ne={common:{diffuse:{value:new St(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new st},alphaMap:{value:null},alphaMapTransform:{value:new st},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new st}},envmap:{envMap:{value:null},envMapRotation:{value:new st},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new st}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new st}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new st},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new st},normalScale:{value:new je(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new st},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new st}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new st}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new st}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new St(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new St(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new st},alphaTest:{value:0},uvTransform:{value:new st}},sprite:{diffuse:{value:new St(16777215)},opacity:{value:1},center:{value:new je(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new st},alphaMap:{value:null},alphaMapTransform:{value:new st},alphaTest:{value:0}}},ds={basic:{uniforms:Jn([Ne.common,Ne.specularmap,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.fog]),vertexShader:gt.meshbasic_vert,fragmentShader:gt.meshbasic_frag},lambert:{uniforms:Jn([Ne.common,Ne.specularmap,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.fog,Ne.lights,{emissive:{value:new St(0)},envMapIntensity:{value:1}}]),vertexShader:gt.meshlambert_vert,fragmentShader:gt.meshlambert_frag},phong:{uniforms:Jn([Ne.common,Ne.specularmap,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.fog,Ne.lights,{emissive:{value:new St(0)},specular:{value:new St(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:gt.meshphong_vert,fragmentShader:gt.meshphong_frag},standard:{uniforms:Jn([Ne.common,Ne.envmap,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.roughnessmap,Ne.metalnessmap,Ne.fog,Ne.lights,{emissive:{value:new St(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:gt.meshphysical_vert,fragmentShader:gt.meshphysical_frag},toon:{uniforms:Jn([Ne.common,Ne.aomap,Ne.lightmap,Ne.emissivemap,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.gradientmap,Ne.fog,Ne.lights,{emissive:{value:new St(0)}}]),vertexShader:gt.meshtoon_vert,fragmentShader:gt.meshtoon_frag},matcap:{uniforms:Jn([Ne.common,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,Ne.fog,{matcap:{value:null}}]),vertexShader:gt.meshmatcap_vert,fragmentShader:gt.meshmatcap_frag},points:{uniforms:Jn([Ne.points,Ne.fog]),vertexShader:gt.points_vert,fragmentShader:gt.points_frag},dashed:{uniforms:Jn([Ne.common,Ne.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:gt.linedashed_vert,fragmentShader:gt.linedashed_frag},depth:{uniforms:Jn([Ne.common,Ne.displacementmap]),vertexShader:gt.depth_vert,fragmentShader:gt.depth_frag},normal:{uniforms:Jn([Ne.common,Ne.bumpmap,Ne.normalmap,Ne.displacementmap,{opacity:{value:1}}]),vertexShader:gt.meshnormal_vert,fragmentShader:gt.meshnormal_frag},sprite:{uniforms:Jn([Ne.sprite,Ne.fog]),vertexShader:gt.sprite_vert,fragmentShader:gt.sprite_frag},background:{uniforms:{uvTransform:{value:new st},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:gt.background_vert,fragmentShader:gt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new st}},vertexShader:gt.backgroundCube_vert,fragmentShader:gt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:gt.cube_vert,fragmentShader:gt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:gt.equirect_vert,fragmentShader:gt.equirect_frag},distance:{uniforms:Jn([Ne.common,Ne.displacementmap,{referencePosition:{value:new $},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:gt.distance_vert,fragmentShader:gt.distance_frag},shadow:{uniforms:Jn([Ne.lights,Ne.fog,{color:{value:new St(0)},opacity:{value:1}}]),vertexShader:gt.shadow_vert,fragmentShader:gt.shadow_frag}};ds.physical={uniforms:Jn([ds.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new st},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new st},clearcoatNormalScale:{value:new je(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new st},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new st},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new st},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new st},sheen:{value:0},sheenColor:{value:new St(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new st},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new st},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new st},transmissionSamplerSize:{value:new je},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new st},attenuationDistance:{value:0},attenuationColor:{value:new St(0)},specularColor:{value:new St(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new st},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new st},anisotropyVector:{value:new je},anisotropyMap:{value:null},anisotropyMapTransform:{value:new st}}]),vertexShader:gt.meshphysical_vert,fragmentShader:gt.meshphysical_frag};var Dh={r:0,b:0,g:0},RM=new Wt,c0=new st;c0.set(-1,0,0,0,1,0,0,0,1);function PM(i,e,t,n,s,r){let o=new St(0),a=s===!0?0:1,l,c,h=null,d=0,u=null;function f(S){let R=S.isScene===!0?S.background:null;if(R&&R.isTexture){let T=S.backgroundBlurriness>0;R=e.get(R,T)}return R}function g(S){let R=!1,T=f(S);T===null?m(o,a):T&&T.isColor&&(m(T,1),R=!0);let L=i.xr.getEnvironmentBlendMode();L==="additive"?t.buffers.color.setClear(0,0,0,1,r):L==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||R)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function v(S,R){let T=f(R);T&&T.isCubeTexture?(c===void 0&&(c=new bi(new xo(1,1,1),new cs({name:"BackgroundCubeMaterial",uniforms:Er(ds.backgroundCube.uniforms),vertexShader:ds.backgroundCube.vertexShader,fragmentShader:ds.backgroundCube.fragmentShader,side:ri,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(L,A,x){this.matrixWorld.copyPosition(x.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(c)),c.material.uniforms.envMap.value=T,c.material.uniforms.backgroundBlurriness.value=R.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=R.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(RM.makeRotationFromEuler(R.backgroundRotation)).transpose(),T.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(c0),c.material.toneMapped=Tt.getTransfer(T.colorSpace)!==Dt,(h!==T||d!==T.version||u!==i.toneMapping)&&(c.material.needsUpdate=!0,h=T,d=T.version,u=i.toneMapping),c.layers.enableAll(),S.unshift(c,c.geometry,c.material,0,0,null)):T&&T.isTexture&&(l===void 0&&(l=new bi(new Ia(2,2),new cs({name:"BackgroundMaterial",uniforms:Er(ds.background.uniforms),vertexShader:ds.background.vertexShader,fragmentShader:ds.background.fragmentShader,side:or,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(l)),l.material.uniforms.t2D.value=T,l.material.uniforms.backgroundIntensity.value=R.backgroundIntensity,l.material.toneMapped=Tt.getTransfer(T.colorSpace)!==Dt,T.matrixAutoUpdate===!0&&T.updateMatrix(),l.material.uniforms.uvTransform.value.copy(T.matrix),(h!==T||d!==T.version||u!==i.toneMapping)&&(l.material.needsUpdate=!0,h=T,d=T.version,u=i.toneMapping),l.layers.enableAll(),S.unshift(l,l.geometry,l.material,0,0,null))}function m(S,R){S.getRGB(Dh,Yd(i)),t.buffers.color.setClear(Dh.r,Dh.g,Dh.b,R,r)}function p(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(S,R=1){o.set(S),a=R,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(S){a=S,m(o,a)},render:g,addToRenderList:v,dispose:p}}function IM(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=u(null),r=s,o=!1;function a(O,G,X,U,q){let J=!1,W=d(O,U,X,G);r!==W&&(r=W,c(r.object)),J=f(O,U,X,q),J&&g(O,U,X,q),q!==null&&e.update(q,i.ELEMENT_ARRAY_BUFFER),(J||o)&&(o=!1,T(O,G,X,U),q!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(q).buffer))}function l(){return i.createVertexArray()}function c(O){return i.bindVertexArray(O)}function h(O){return i.deleteVertexArray(O)}function d(O,G,X,U){let q=U.wireframe===!0,J=n[G.id];J===void 0&&(J={},n[G.id]=J);let W=O.isInstancedMesh===!0?O.id:0,ue=J[W];ue===void 0&&(ue={},J[W]=ue);let Q=ue[X.id];Q===void 0&&(Q={},ue[X.id]=Q);let te=Q[q];return te===void 0&&(te=u(l()),Q[q]=te),te}function u(O){let G=[],X=[],U=[];for(let q=0;q<t;q++)G[q]=0,X[q]=0,U[q]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:G,enabledAttributes:X,attributeDivisors:U,object:O,attributes:{},index:null}}function f(O,G,X,U){let q=r.attributes,J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=q[Q],pe=J[Q];if(pe===void 0&&(Q==="instanceMatrix"&&O.instanceMatrix&&(pe=O.instanceMatrix),Q==="instanceColor"&&O.instanceColor&&(pe=O.instanceColor)),oe===void 0||oe.attribute!==pe||pe&&oe.data!==pe.data)return!0;W++}return r.attributesNum!==W||r.index!==U}function g(O,G,X,U){let q={},J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=J[Q];oe===void 0&&(Q==="instanceMatrix"&&O.instanceMatrix&&(oe=O.instanceMatrix),Q==="instanceColor"&&O.instanceColor&&(oe=O.instanceColor));let pe={};pe.attribute=oe,oe&&oe.data&&(pe.data=oe.data),q[Q]=pe,W++}r.attributes=q,r.attributesNum=W,r.index=U}function v(){let O=r.newAttributes;for(let G=0,X=O.length;G<X;G++)O[G]=0}function m(O){p(O,0)}function p(O,G){let X=r.newAttributes,U=r.enabledAttributes,q=r.attributeDivisors;X[O]=1,U[O]===0&&(i.enableVertexAttribArray(O),U[O]=1),q[O]!==G&&(i.vertexAttribDivisor(O,G),q[O]=G)}function S(){let O=r.newAttributes,G=r.enabledAttributes;for(let X=0,U=G.length;X<U;X++)G[X]!==O[X]&&(i.disableVertexAttribArray(X),G[X]=0)}function R(O,G,X,U,q,J,W){W===!0?i.vertexAttribIPointer(O,G,X,q,J):i.vertexAttribPointer(O,G,X,U,q,J)}function T(O,G,X,U){v();let q=U.attributes,J=X.getAttributes(),W=G.defaultAttributeValues;for(let ue in J){let Q=J[ue];if(Q.location>=0){let te=q[ue];if(te===void 0&&(ue==="instanceMatrix"&&O.instanceMatrix&&(te=O.instanceMatrix),ue==="instanceColor"&&O.instanceColor&&(te=O.instanceColor)),te!==void 0){let oe=te.normalized,pe=te.itemSize,fe=e.get(te);if(fe===void 0)continue;let ne=fe.buffer,_e=fe.type,ve=fe.bytesPerElement,Re=_e===i.INT||_e===i.UNSIGNED_INT||te.gpuType===Jc;if(te.isInterleavedBufferAttribute){let we=te.data,qe=we.isInterleavedBuffer===!0?we.stride:we.itemSize,ct=te.offset;if(we.isInstancedInterleavedBuffer||we.isInstancedBufferAttribute){for(let We=0;We<Q.locationSize;We++)p(Q.location+We,we.meshPerAttribute);O.isInstancedMesh!==!0&&U._maxInstanceCount===void 0&&(U._maxInstanceCount=we.meshPerAttribute*we.count)}else for(let We=0;We<Q.locationSize;We++)m(Q.location+We);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let We=0;We<Q.locationSize;We++)R(Q.location+We,pe/Q.locationSize,_e,oe,qe*ve,(ct+pe/Q.locationSize*We)*ve,Re)}else{if(te.isInstancedBufferAttribute){for(let we=0;we<Q.locationSize;we++)p(Q.location+we,te.meshPerAttribute);O.isInstancedMesh!==!0&&U._maxInstanceCount===void 0&&(U._maxInstanceCount=te.meshPerAttribute*te.count)}else for(let we=0;we<Q.locationSize;we++)m(Q.location+we);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let we=0;we<Q.locationSize;we++)R(Q.location+we,pe/Q.locationSize,_e,oe,pe*ve,pe/Q.locationSize*we*ve,Re)}}else if(W!==void 0){let oe=W[ue];if(oe!==void 0)switch(oe.length){case 2:i.vertexAttrib2fv(Q.location,oe);break;case 3:i.vertexAttrib3fv(Q.location,oe);break;case 4:i.vertexAttrib4fv(Q.location,oe);break;default:i.vertexAttrib1fv(Q.location,oe)}}}}S()}function L(){V();for(let O in n){let G=n[O];for(let X in G){let U=G[X];for(let q in U){let J=U[q];for(let W in J)h(J[W].object),delete J[W];delete U[q]}}delete n[O]}}function A(O){if(n[O.id]===void 0)return;let G=n[O.id];for(let X in G){let U=G[X];for(let q in U){let J=U[q];for(let W in J)h(J[W].object),delete J[W];delete U[q]}}delete n[O.id]}function x(O){for(let G in n){let X=n[G];for(let U in X){let q=X[U];if(q[O.id]===void 0)continue;let J=q[O.id];for(let W in J)h(J[W].object),delete J[W];delete q[O.id]}}}function E(O){for(let G in n){let X=n[G],U=O.isInstancedMesh===!0?O.id:0,q=X[U];if(q!==void 0){for(let J in q){let W=q[J];for(let ue in W)h(W[ue].object),delete W[ue];delete q[J]}delete X[U],Object.keys(X).length===0&&delete n[G]}}}function V(){F(),o=!0,r!==s&&(r=s,c(r.object))}function F(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:V,resetDefaultState:F,dispose:L,releaseStatesOfGeometry:A,releaseStatesOfObject:E,releaseStatesOfProgram:x,initAttributes:v,enableAttribute:m,disableUnusedAttributes:S}}function LM(i,e,t){let n;function s(l){n=l}function r(l,c){i.drawArrays(n,l,c),t.update(c,n,1)}function o(l,c,h){h!==0&&(i.drawArraysInstanced(n,l,c,h),t.update(c,n,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,l,0,c,0,h);let u=0;for(let f=0;f<h;f++)u+=c[f];t.update(u,n,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function DM(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let x=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(x.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(x){return!(x!==Yi&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(x){let E=x===qi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(x!==li&&x!==Xi&&!E&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function l(x){if(x==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";x="mediump"}return x==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Je("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let d=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),u=t.logarithmicDepthBuffer===!0&&d===!1;t.reversedDepthBuffer===!0&&d===!1&&Je("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&d===!0&&Je("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),g=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),v=i.getParameter(i.MAX_TEXTURE_SIZE),m=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),p=i.getParameter(i.MAX_VERTEX_ATTRIBS),S=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),R=i.getParameter(i.MAX_VARYING_VECTORS),T=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),L=i.getParameter(i.MAX_SAMPLES),A=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:u,reversedDepthBuffer:d,maxTextures:f,maxVertexTextures:g,maxTextureSize:v,maxCubemapSize:m,maxAttributes:p,maxVertexUniforms:S,maxVaryings:R,maxFragmentUniforms:T,maxSamples:L,samples:A}}function NM(i){let e=this,t=null,n=0,s=!1,r=!1,o=new _i,a=new st,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(d,u){let f=d.length!==0||u||n!==0||s;return s=u,n=d.length,f},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(d,u){t=h(d,u,0)},this.setState=function(d,u,f){let g=d.clippingPlanes,v=d.clipIntersection,m=d.clipShadows,p=i.get(d);if(!s||g===null||g.length===0||r&&!m)r?h(null):c();else{let S=r?0:n,R=S*4,T=p.clippingState||null;l.value=T,T=h(g,u,R,f);for(let L=0;L!==R;++L)T[L]=t[L];p.clippingState=T,this.numIntersection=v?this.numPlanes:0,this.numPlanes+=S}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(d,u,f,g){let v=d!==null?d.length:0,m=null;if(v!==0){if(m=l.value,g!==!0||m===null){let p=f+v*4,S=u.matrixWorldInverse;a.getNormalMatrix(S),(m===null||m.length<p)&&(m=new Float32Array(p));for(let R=0,T=f;R!==v;++R,T+=4)o.copy(d[R]).applyMatrix4(S,a),o.normal.toArray(m,T),m[T+3]=o.constant}l.value=m,l.needsUpdate=!0}return e.numPlanes=v,e.numIntersection=0,m}}var Ka=class extends vi{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new Aa(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new xo(5,5,5),r=new cs({name:"CubemapFromEquirect",uniforms:Er(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:ri,blending:br});r.uniforms.tEquirect.value=t;let o=new bi(s,r),a=t.minFilter;return t.minFilter===Ns&&(t.minFilter=si),new vo(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,s);e.setRenderTarget(r)}},Vg=256,UM=3,OM=20,h0=256,u0=16,FM=3,BM=new $,kM=new St,Uh=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new vo(1,10,null),this._boxMesh=new bi(new xo(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:o=256,position:a=BM}=r,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let d=l.autoClear,u=l.autoClearColor,f=l.autoClearDepth,g=l.autoClearStencil,v=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,v===null&&(e.background=l.getClearColor(kM));let m=new vo(n,s,h);return m.position.copy(a),m.update(l,e),l.autoClear=d,l.autoClearColor=u,l.autoClearDepth=f,l.autoClearStencil=g,e.background=v,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Wg(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Hg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(Vg,Wd(e))}_fromTexture(e,t){e.mapping===wr||e.mapping===wo?this._setSize(e.image.length===0?Vg:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=Gg(e,!1,!1),n=Math.log2(e)-UM;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=Gg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===wr||e.mapping===wo?(this._cubemapMaterial===null&&(this._cubemapMaterial=Wg()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Hg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=zM(),this._integrationMaterial=VM());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/u0);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-FM)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(h0*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=GM());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function Gg(i,e,t){return new Ka(i,{minFilter:Ns,generateMipmaps:e,type:qi,colorSpace:ya,depthBuffer:t})}function ja(i,e,t){return new cs({name:i,uniforms:e,vertexShader:gt.cube_vert,fragmentShader:t,side:ri,blending:br,depthTest:!1,depthWrite:!1})}function zM(){return ja("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${h0}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function VM(){return ja("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:u0}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function GM(){return ja("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${OM}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Hg(){return ja("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Wg(){return ja("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function HM(i){let e=new WeakMap,t=new WeakMap,n=null;function s(u,f=!1){return u==null?null:f?o(u):r(u)}function r(u){if(u&&u.isTexture){let f=u.mapping;if(f===Yc||f===$c)if(e.has(u)){let g=e.get(u).texture;return a(g,u.mapping)}else{let g=u.image;if(g&&g.height>0){let v=new Ka(g.height);return v.fromEquirectangularTexture(i,u),e.set(u,v),u.addEventListener("dispose",c),a(v.texture,u.mapping)}else return null}}return u}function o(u){if(u&&u.isTexture&&u.isPMREMTexture!==!0){let f=u.mapping,g=f===Yc||f===$c,v=f===wr||f===wo;if(g||v){let m=t.get(u),p=m!==void 0?m.texture.pmremVersion:0;if(u.isRenderTargetTexture&&u.pmremVersion!==p)return n===null&&(n=new Uh(i)),m=g?n.fromEquirectangular(u,m):n.fromCubemap(u,m),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),m.texture;if(m!==void 0)return m.texture;{let S=u.image;return g&&S&&S.height>0||v&&S&&l(S)?(n===null&&(n=new Uh(i)),m=g?n.fromEquirectangular(u):n.fromCubemap(u),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),u.addEventListener("dispose",h),m.texture):null}}}return u}function a(u,f){return f===Yc?u.mapping=wr:f===$c&&(u.mapping=wo),u}function l(u){let f=0,g=6;for(let v=0;v<g;v++)u[v]!==void 0&&f++;return f===g}function c(u){let f=u.target;f.removeEventListener("dispose",c);let g=e.get(f);g!==void 0&&(e.delete(f),g.dispose())}function h(u){let f=u.target;f.removeEventListener("dispose",h);let g=t.get(f);g!==void 0&&(t.delete(f),g.dispose())}function d(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:d}}function WM(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&ma("WebGLRenderer: "+n+" extension not supported."),s}}}function XM(i,e,t,n){let s={},r=new WeakMap,o=new FinalizationRegistry(g=>delete s[g]);function a(g){l(g.target)}function l(g){g.index!==null&&e.remove(g.index);for(let m in g.attributes)e.remove(g.attributes[m]);g.removeEventListener("dispose",a),delete s[g.id],o.unregister(g);let v=r.get(g);v&&(e.remove(v),r.delete(g)),n.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function c(g,v){return s[v.id]!==void 0||(v.addEventListener("dispose",a),s[v.id]=new WeakRef(v),o.register(v,v.id,v),t.memory.geometries++),v}function h(g){let v=g.attributes;for(let m in v)e.update(v[m],i.ARRAY_BUFFER)}function d(g){let v=g.index,m=g.attributes.position,p=0;if(m===void 0)return;let S=v!==null?v.array.length:m.array.length/3-1,R=m.count>=65535?Ta:wa,T=new R(Math.ceil(S/3)*6,1),L=T.array;if(v!==null){let x=v.array;p=v.version;for(let E=0,V=0;E<S;E+=3){let F=x[E+0],O=x[E+1],G=x[E+2];L[V++]=F,L[V++]=O,L[V++]=O,L[V++]=G,L[V++]=G,L[V++]=F}}else{p=m.version;for(let x=0,E=0;x<S;x+=3){let V=x+0,F=x+1,O=x+2;L[E++]=V,L[E++]=F,L[E++]=F,L[E++]=O,L[E++]=O,L[E++]=V}}T.version=p;let A=r.get(g);A&&e.remove(A),r.set(g,T)}function u(g){let v=r.get(g);if(v){let m=g.index;m!==null&&v.version<m.version&&d(g)}else d(g);return r.get(g)}function f(){for(let g in s){let v=s[g].deref();v!==void 0&&l(v)}}return{get:c,update:h,getWireframeAttribute:u,dispose:f}}function qM(i,e,t){let n;function s(d){n=d}let r,o;function a(d){r=d.type,o=d.bytesPerElement}function l(d,u){i.drawElements(n,u,r,d*o),t.update(u,n,1)}function c(d,u,f){f!==0&&(i.drawElementsInstanced(n,u,r,d*o,f),t.update(u,n,f))}function h(d,u,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,u,0,r,d,0,f);let v=0;for(let m=0;m<f;m++)v+=u[m];t.update(v,n,1)}this.setMode=s,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function YM(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(r/3);break;case i.LINES:t.lines+=a*(r/2);break;case i.LINE_STRIP:t.lines+=a*(r-1);break;case i.LINE_LOOP:t.lines+=a*r;break;case i.POINTS:t.points+=a*r;break;default:nt("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function $M(i,e,t){let n=new WeakMap,s=new nn;function r(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,d=h!==void 0?h.length:0,u=n.get(a);if(u===void 0||u.count!==d){let V=function(){x.dispose(),n.delete(a),a.removeEventListener("dispose",V)};u!==void 0&&u.texture.dispose();let f=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,v=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],p=a.morphAttributes.normal||[],S=a.morphAttributes.color||[],R=0;f===!0&&(R=1),g===!0&&(R=2),v===!0&&(R=3);let T=a.attributes.position.count*R,L=1;T>e.maxTextureSize&&(L=Math.ceil(T/e.maxTextureSize),T=e.maxTextureSize);let A=new Float32Array(T*L*4*d),x=new ba(A,T,L,d);x.type=Xi,x.needsUpdate=!0;let E=R*4;for(let F=0;F<d;F++){let O=m[F],G=p[F],X=S[F],U=T*L*4*F;for(let q=0;q<O.count;q++){let J=q*E;f===!0&&(s.fromBufferAttribute(O,q),A[U+J+0]=s.x,A[U+J+1]=s.y,A[U+J+2]=s.z,A[U+J+3]=0),g===!0&&(s.fromBufferAttribute(G,q),A[U+J+4]=s.x,A[U+J+5]=s.y,A[U+J+6]=s.z,A[U+J+7]=0),v===!0&&(s.fromBufferAttribute(X,q),A[U+J+8]=s.x,A[U+J+9]=s.y,A[U+J+10]=s.z,A[U+J+11]=X.itemSize===4?s.w:1)}}u={count:d,texture:x,size:new je(T,L)},n.set(a,u),a.addEventListener("dispose",V)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let f=0;for(let v=0;v<c.length;v++)f+=c[v];let g=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(i,"morphTargetBaseInfluence",g),l.getUniforms().setValue(i,"morphTargetInfluences",c)}l.getUniforms().setValue(i,"morphTargetsTexture",u.texture,t),l.getUniforms().setValue(i,"morphTargetsTextureSize",u.size)}return{update:r}}function ZM(i,e,t,n,s){let r=new WeakMap;function o(c){let h=s.render.frame,d=c.geometry,u=e.get(c,d);if(r.get(u)!==h&&(e.update(u),r.set(u,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),r.get(c)!==h&&(t.update(c.instanceMatrix,i.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,i.ARRAY_BUFFER),r.set(c,h))),c.isSkinnedMesh){let f=c.skeleton;r.get(f)!==h&&(f.update(),r.set(f,h))}return u}function a(){r=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var JM={[Md]:"LINEAR_TONE_MAPPING",[wd]:"REINHARD_TONE_MAPPING",[Td]:"CINEON_TONE_MAPPING",[Ed]:"ACES_FILMIC_TONE_MAPPING",[Cd]:"AGX_TONE_MAPPING",[Rd]:"NEUTRAL_TONE_MAPPING",[Ad]:"CUSTOM_TONE_MAPPING"};function KM(i,e,t,n,s,r){let o=new vi(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new Si;h.setAttribute("position",new En([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new En([0,2,0,0,2,0],2));let d=new Ic({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),u=new bi(h,d),f=new Ua(-1,1,1,-1,0,1),g=null,v=null,m=!1,p,S=null,R=[],T=!1;this.setSize=function(L,A){o.setSize(L,A),a!==null&&a.setSize(L,A),l!==null&&l.setSize(L,A);for(let x=0;x<R.length;x++){let E=R[x];E.setSize&&E.setSize(L,A)}},this.setEffects=function(L){R=L,T=R.length>0&&R[0].isRenderPass===!0;let A=o.width,x=o.height;R.length>0&&a===null&&(a=new vi(A,x,{type:qi,depthBuffer:!1,stencilBuffer:!1}),l=new vi(A,x,{type:qi,depthBuffer:!1,stencilBuffer:!1}));let E=s===!0&&R.some(V=>V.needsDepthTexture===!0);E!==(o.depthTexture!==null)&&(E===!0&&c===null&&(c=new Ds(A,x),r===!0&&(c.format=Us,c.type=Tr)),o.dispose(),o.depthTexture=E?c:null,o.resolveDepthBuffer=E,o.storeMultisampledDepthBuffer=E);for(let V=0;V<R.length;V++){let F=R[V];F.setSize&&F.setSize(A,x),E&&F.needsDepthTexture===!0&&F.setDepthTexture&&F.setDepthTexture(c)}},this.begin=function(L,A){if(m||L.toneMapping===hs&&R.length===0)return!1;if(S=A,A!==null){let x=A.width,E=A.height;(o.width!==x||o.height!==E)&&this.setSize(x,E)}return T===!1&&L.setRenderTarget(o),p=L.toneMapping,L.toneMapping=hs,!0},this.hasRenderPass=function(){return T},this.end=function(L,A){L.toneMapping=p,m=!0;let x=o,E=a;for(let V=0;V<R.length;V++){let F=R[V];F.enabled!==!1&&(F.render(L,E,x,A),F.needsSwap!==!1&&(x=E,E=E===a?l:a))}if(g!==L.outputColorSpace||v!==L.toneMapping){g=L.outputColorSpace,v=L.toneMapping,d.defines={},Tt.getTransfer(g)===Dt&&(d.defines.SRGB_TRANSFER="");let V=JM[v];V&&(d.defines[V]=""),d.needsUpdate=!0}d.uniforms.tDiffuse.value=x.texture,L.setRenderTarget(S),L.render(u,f),S=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),d.dispose()}}var d0=new ai,f0=new Ds(1,1),p0=new Ca(1),m0=new ba,g0=new Mc,_0=new Aa,Xg=[],qg=[],Yg=new Float32Array(16),$g=new Float32Array(9),Zg=new Float32Array(4);function Co(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=Xg[s];if(r===void 0&&(r=new Float32Array(s),Xg[s]=r),e!==0){n.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(r,a)}return r}function An(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function Cn(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Fh(i,e){let t=qg[e];t===void 0&&(t=new Int32Array(e),qg[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function jM(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function QM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(An(t,e))return;i.uniform2fv(this.addr,e),Cn(t,e)}}function ew(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(An(t,e))return;i.uniform3fv(this.addr,e),Cn(t,e)}}function tw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(An(t,e))return;i.uniform4fv(this.addr,e),Cn(t,e)}}function nw(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(An(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),Cn(t,e)}else{if(An(t,n))return;Zg.set(n),i.uniformMatrix2fv(this.addr,!1,Zg),Cn(t,n)}}function iw(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(An(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),Cn(t,e)}else{if(An(t,n))return;$g.set(n),i.uniformMatrix3fv(this.addr,!1,$g),Cn(t,n)}}function sw(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(An(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),Cn(t,e)}else{if(An(t,n))return;Yg.set(n),i.uniformMatrix4fv(this.addr,!1,Yg),Cn(t,n)}}function rw(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function ow(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(An(t,e))return;i.uniform2iv(this.addr,e),Cn(t,e)}}function aw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(An(t,e))return;i.uniform3iv(this.addr,e),Cn(t,e)}}function lw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(An(t,e))return;i.uniform4iv(this.addr,e),Cn(t,e)}}function cw(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function hw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(An(t,e))return;i.uniform2uiv(this.addr,e),Cn(t,e)}}function uw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(An(t,e))return;i.uniform3uiv(this.addr,e),Cn(t,e)}}function dw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(An(t,e))return;i.uniform4uiv(this.addr,e),Cn(t,e)}}function Bh(i){return i.version===0&&(i.compareFunction=zd,i.needsUpdate=!0),i}function fw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=Bh(f0):r=d0,t.setTexture2D(e||r,s)}function pw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||g0,s)}function mw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=Bh(p0):r=_0,t.setTextureCube(e||r,s)}function gw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||m0,s)}function _w(i){switch(i){case 5126:return jM;case 35664:return QM;case 35665:return ew;case 35666:return tw;case 35674:return nw;case 35675:return iw;case 35676:return sw;case 5124:case 35670:return rw;case 35667:case 35671:return ow;case 35668:case 35672:return aw;case 35669:case 35673:return lw;case 5125:return cw;case 36294:return hw;case 36295:return uw;case 36296:return dw;case 35678:case 36198:case 36298:case 36306:case 35682:return fw;case 35679:case 36299:case 36307:return pw;case 35680:case 36300:case 36308:case 36293:return mw;case 36289:case 36303:case 36311:case 36292:return gw}}function xw(i,e){i.uniform1fv(this.addr,e)}function yw(i,e){let t=Co(e,this.size,2);i.uniform2fv(this.addr,t)}function vw(i,e){let t=Co(e,this.size,3);i.uniform3fv(this.addr,t)}function Sw(i,e){let t=Co(e,this.size,4);i.uniform4fv(this.addr,t)}function bw(i,e){let t=Co(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Mw(i,e){let t=Co(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function ww(i,e){let t=Co(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function Tw(i,e){i.uniform1iv(this.addr,e)}function Ew(i,e){i.uniform2iv(this.addr,e)}function Aw(i,e){i.uniform3iv(this.addr,e)}function Cw(i,e){i.uniform4iv(this.addr,e)}function Rw(i,e){i.uniform1uiv(this.addr,e)}function Pw(i,e){i.uniform2uiv(this.addr,e)}function Iw(i,e){i.uniform3uiv(this.addr,e)}function Lw(i,e){i.uniform4uiv(this.addr,e)}function Dw(i,e,t){let n=this.cache,s=e.length,r=Fh(t,s);An(n,r)||(i.uniform1iv(this.addr,r),Cn(n,r));let o;this.type===i.SAMPLER_2D_SHADOW?o=Bh(f0):o=d0;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function Nw(i,e,t){let n=this.cache,s=e.length,r=Fh(t,s);An(n,r)||(i.uniform1iv(this.addr,r),Cn(n,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||g0,r[o])}function Uw(i,e,t){let n=this.cache,s=e.length,r=Fh(t,s);An(n,r)||(i.uniform1iv(this.addr,r),Cn(n,r));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=Bh(p0):o=_0;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function Ow(i,e,t){let n=this.cache,s=e.length,r=Fh(t,s);An(n,r)||(i.uniform1iv(this.addr,r),Cn(n,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||m0,r[o])}function Fw(i){switch(i){case 5126:return xw;case 35664:return yw;case 35665:return vw;case 35666:return Sw;case 35674:return bw;case 35675:return Mw;case 35676:return ww;case 5124:case 35670:return Tw;case 35667:case 35671:return Ew;case 35668:case 35672:return Aw;case 35669:case 35673:return Cw;case 5125:return Rw;case 36294:return Pw;case 36295:return Iw;case 36296:return Lw;case 35678:case 36198:case 36298:case 36306:case 35682:return Dw;case 35679:case 36299:case 36307:return Nw;case 35680:case 36300:case 36308:case 36293:return Uw;case 36289:case 36303:case 36311:case 36292:return Ow}}var Qd=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=_w(t.type)}},ef=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Fw(t.type)}},tf=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],n)}}},Kd=/(\w+)(\])?(\[|\.)?/g;function Jg(i,e){i.seq.push(e),i.map[e.id]=e}function Bw(i,e,t){let n=i.name,s=n.length;for(Kd.lastIndex=0;;){let r=Kd.exec(n),o=Kd.lastIndex,a=r[1],l=r[2]==="]",c=r[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===s){Jg(t,c===void 0?new Qd(a,i,e):new ef(a,i,e));break}else{let d=t.map[a];d===void 0&&(d=new tf(a),Jg(t,d)),t=d}}}var Ao=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);Bw(a,l,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],l=n[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&n.push(o)}return n}};function Kg(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var kw=37297,zw=0;function Vw(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var jg=new st;function Gw(i){Tt._getMatrix(jg,Tt.workingColorSpace,i);let e=`mat3( ${jg.elements.map(t=>t.toFixed(4))} )`;switch(Tt.getTransfer(i)){case va:return[e,"LinearTransferOETF"];case Dt:return[e,"sRGBTransferOETF"];default:return Je("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function Qg(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+Vw(i.getShaderSource(e),a)}else return r}function Hw(i,e){let t=Gw(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var Ww={[Md]:"Linear",[wd]:"Reinhard",[Td]:"Cineon",[Ed]:"ACESFilmic",[Cd]:"AgX",[Rd]:"Neutral",[Ad]:"Custom"};function Xw(i,e){let t=Ww[e];return t===void 0?(Je("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Nh=new $;function qw(){Tt.getLuminanceCoefficients(Nh);let i=Nh.x.toFixed(4),e=Nh.y.toFixed(4),t=Nh.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function Yw(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Ja).join(`
`)}function $w(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function Zw(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),o=r.name,a=1;r.type===i.FLOAT_MAT2&&(a=2),r.type===i.FLOAT_MAT3&&(a=3),r.type===i.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function Ja(i){return i!==""}function e0(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function t0(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var Jw=/^[ \t]*#include +<([\w\d./]+)>/gm;function nf(i){return i.replace(Jw,Kw)}function Kw(i,e){let t=gt[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return nf(t)}var jw=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function n0(i){return i.replace(jw,Qw)}function Qw(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function i0(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var e1={[Va]:"SHADOWMAP_TYPE_PCF",[bo]:"SHADOWMAP_TYPE_VSM"};function t1(i){return e1[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var n1={[wo]:"ENVMAP_MODE_REFRACTION"};function i1(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":n1[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var s1={[qc]:"ENVMAP_BLENDING_MULTIPLY",[yg]:"ENVMAP_BLENDING_MIX",[vg]:"ENVMAP_BLENDING_ADD"};function r1(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":s1[i.combine]||"ENVMAP_BLENDING_NONE"}function o1(i,e,t,n){let s=i.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,l=t1(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=i1(t),d=r1(t),u=Yw(t),f=$w(r),g=s.createProgram(),v,m,p=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(v=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Ja).join(`
`),v.length>0&&(v+=`
`),m=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Ja).join(`
`),m.length>0&&(m+=`
`)):(v=[i0(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Ja).join(`
`),m=[i0(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+d:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==hs?"#define TONE_MAPPING":"",t.toneMapping!==hs?gt.tonemapping_pars_fragment:"",t.toneMapping!==hs?Xw("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",gt.colorspace_pars_fragment,Hw("linearToOutputTexel",t.outputColorSpace),qw(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Ja).join(`
`)),o=nf(o),o=e0(o,t),o=t0(o,t),a=nf(a),a=e0(a,t),a=t0(a,t),o=n0(o),a=n0(a),t.isRawShaderMaterial!==!0&&(p=`#version 300 es
`,v=[u,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+v,m=["#define varying in",t.glslVersion===Vd?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Vd?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let S=p+v+o,R=p+m+a,T=Kg(s,s.VERTEX_SHADER,S),L=Kg(s,s.FRAGMENT_SHADER,R);s.attachShader(g,T),s.attachShader(g,L),t.index0AttributeName!==void 0?s.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(g,0,"position"),s.linkProgram(g);function A(F){if(i.debug.checkShaderErrors){let O=s.getProgramInfoLog(g)||"",G=s.getShaderInfoLog(T)||"",X=s.getShaderInfoLog(L)||"",U=O.trim(),q=G.trim(),J=X.trim(),W=!0,ue=!0;if(s.getProgramParameter(g,s.LINK_STATUS)===!1)if(W=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,g,T,L);else{let Q=Qg(s,T,"vertex"),te=Qg(s,L,"fragment");nt("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(g,s.VALIDATE_STATUS)+`

Material Name: `+F.name+`
Material Type: `+F.type+`

Program Info Log: `+U+`
`+Q+`
`+te)}else U!==""?Je("WebGLProgram: Program Info Log:",U):(q===""||J==="")&&(ue=!1);ue&&(F.diagnostics={runnable:W,programLog:U,vertexShader:{log:q,prefix:v},fragmentShader:{log:J,prefix:m}})}s.deleteShader(T),s.deleteShader(L),x=new Ao(s,g),E=Zw(s,g)}let x;this.getUniforms=function(){return x===void 0&&A(this),x};let E;this.getAttributes=function(){return E===void 0&&A(this),E};let V=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return V===!1&&(V=s.getProgramParameter(g,kw)),V},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=zw++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=T,this.fragmentShader=L,this}var a1=0,sf=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new rf(e),t.set(e,n)),n}},rf=class{constructor(e){this.id=a1++,this.code=e,this.usedTimes=0}};function l1(i){return i===ar||i===Ya||i===$a}function c1(i,e,t,n,s,r){let o=new go,a=new sf,l=new Set,c=[],h=new Map,d=n.logarithmicDepthBuffer,u={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(x){return l.add(x),x===0?"uv":`uv${x}`}function g(x,E,V,F,O,G){let X=F.fog,U=O.geometry,q=x.isMeshStandardMaterial||x.isMeshLambertMaterial||x.isMeshPhongMaterial?F.environment:null,J=x.isMeshStandardMaterial||x.isMeshLambertMaterial&&!x.envMap||x.isMeshPhongMaterial&&!x.envMap,W=e.get(x.envMap||q,J),ue=u[x.type],Q=n.precision;x.precision!==null&&(Q=n.getMaxPrecision(x.precision),Q!==x.precision&&Je("WebGLProgram.getParameters:",x.precision,"not supported, using",Q,"instead."));let te=U.morphAttributes.position||U.morphAttributes.normal||U.morphAttributes.color,oe=te!==void 0?te.length:0,pe=0;U.morphAttributes.position!==void 0&&(pe=1),U.morphAttributes.normal!==void 0&&(pe=2),U.morphAttributes.color!==void 0&&(pe=3);let fe,ne,_e,ve;if(ue){let Pe=ds[ue];fe=Pe.vertexShader,ne=Pe.fragmentShader}else{fe=x.vertexShader,ne=x.fragmentShader;let Pe=a.getVertexShaderStage(x),dt=a.getFragmentShaderStage(x);a.update(x,Pe,dt),_e=Pe.id,ve=dt.id}let Re=i.getRenderTarget(),we=i.state.buffers.depth.getReversed(),qe=O.isInstancedMesh===!0,ct=O.isBatchedMesh===!0,We=!!x.map,_t=!!x.matcap,pt=!!W,rt=pt&&W.isPMREMTexture===!0,Qt=!!x.aoMap,Ht=!!x.lightMap,mn=!!x.bumpMap&&x.wireframe===!1,Bt=!!x.normalMap,Ln=!!x.displacementMap,At=!!x.emissiveMap,Mn=!!x.metalnessMap,rn=!!x.roughnessMap,gn=x.anisotropy>0,k=x.clearcoat>0,Ie=x.diffuseRoughness>0,Ke=x.dispersion>0,ht=x.retroreflectivity>0,Te=x.iridescence>0,zt=x.sheen>0,He=x.transmission>0,$e=gn&&!!x.anisotropyMap,P=k&&!!x.clearcoatMap,b=k&&!!x.clearcoatNormalMap,Y=k&&!!x.clearcoatRoughnessMap,de=Ie&&!!x.diffuseRoughnessMap,le=Te&&!!x.iridescenceMap,ye=Te&&!!x.iridescenceThicknessMap,Se=zt&&!!x.sheenColorMap,ie=zt&&!!x.sheenRoughnessMap,re=!!x.specularMap,ge=!!x.specularColorMap,B=!!x.specularIntensityMap,ae=He&&!!x.transmissionMap,se=He&&!!x.thicknessMap,Ee=!!x.gradientMap,xe=!!x.alphaMap,Me=x.alphaTest>0,Xe=!!x.alphaHash,et=!!x.extensions,he=hs;x.toneMapped&&(Re===null||Re.isXRRenderTarget===!0)&&(he=i.toneMapping);let ze=rt?W.isCompressedCubeTexture?W.image[0].mipmaps:W.mipmaps:null,tt={shaderID:ue,shaderType:x.type,shaderName:x.name,vertexShader:fe,fragmentShader:ne,defines:x.defines,customVertexShaderID:_e,customFragmentShaderID:ve,isRawShaderMaterial:x.isRawShaderMaterial===!0,glslVersion:x.glslVersion,precision:Q,batching:ct,batchingColor:ct&&O._colorsTexture!==null,instancing:qe,instancingColor:qe&&O.instanceColor!==null,instancingMorph:qe&&O.morphTexture!==null,outputColorSpace:Re===null?i.outputColorSpace:Re.isXRRenderTarget===!0?Re.texture.colorSpace:Tt.workingColorSpace,alphaToCoverage:!!x.alphaToCoverage,map:We,matcap:_t,envMap:pt,envMapMode:pt&&W.mapping,envMapPMREM:rt,envMapMaxLod:rt?ze.length-1:null,envMapSize:rt?ze[0].width:null,aoMap:Qt,lightMap:Ht,bumpMap:mn,normalMap:Bt,displacementMap:Ln,emissiveMap:At,normalMapObjectSpace:Bt&&x.normalMapType===Mg,normalMapTangentSpace:Bt&&x.normalMapType===Lh,packedNormalMap:Bt&&x.normalMapType===Lh&&l1(x.normalMap.format),metalnessMap:Mn,roughnessMap:rn,anisotropy:gn,anisotropyMap:$e,clearcoat:k,clearcoatMap:P,clearcoatNormalMap:b,clearcoatRoughnessMap:Y,diffuseRoughness:Ie,diffuseRoughnessMap:de,dispersion:Ke,retroreflection:ht,iridescence:Te,iridescenceMap:le,iridescenceThicknessMap:ye,sheen:zt,sheenColorMap:Se,sheenRoughnessMap:ie,specularMap:re,specularColorMap:ge,specularIntensityMap:B,transmission:He,transmissionMap:ae,thicknessMap:se,gradientMap:Ee,opaque:x.transparent===!1&&x.blending===Mo&&x.alphaToCoverage===!1,alphaMap:xe,alphaTest:Me,alphaHash:Xe,combine:x.combine,mapUv:We&&f(x.map.channel),aoMapUv:Qt&&f(x.aoMap.channel),lightMapUv:Ht&&f(x.lightMap.channel),bumpMapUv:mn&&f(x.bumpMap.channel),normalMapUv:Bt&&f(x.normalMap.channel),displacementMapUv:Ln&&f(x.displacementMap.channel),emissiveMapUv:At&&f(x.emissiveMap.channel),metalnessMapUv:Mn&&f(x.metalnessMap.channel),roughnessMapUv:rn&&f(x.roughnessMap.channel),anisotropyMapUv:$e&&f(x.anisotropyMap.channel),clearcoatMapUv:P&&f(x.clearcoatMap.channel),clearcoatNormalMapUv:b&&f(x.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Y&&f(x.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:de&&f(x.diffuseRoughnessMap.channel),iridescenceMapUv:le&&f(x.iridescenceMap.channel),iridescenceThicknessMapUv:ye&&f(x.iridescenceThicknessMap.channel),sheenColorMapUv:Se&&f(x.sheenColorMap.channel),sheenRoughnessMapUv:ie&&f(x.sheenRoughnessMap.channel),specularMapUv:re&&f(x.specularMap.channel),specularColorMapUv:ge&&f(x.specularColorMap.channel),specularIntensityMapUv:B&&f(x.specularIntensityMap.channel),transmissionMapUv:ae&&f(x.transmissionMap.channel),thicknessMapUv:se&&f(x.thicknessMap.channel),alphaMapUv:xe&&f(x.alphaMap.channel),vertexTangents:!!U.attributes.tangent&&(Bt||gn),vertexNormals:!!U.attributes.normal,vertexColors:x.vertexColors,vertexAlphas:x.vertexColors===!0&&!!U.attributes.color&&U.attributes.color.itemSize===4,pointsUvs:O.isPoints===!0&&!!U.attributes.uv&&(We||xe),fog:!!X,useFog:x.fog===!0,fogExp2:!!X&&X.isFogExp2,flatShading:x.wireframe===!1&&(x.flatShading===!0||U.attributes.normal===void 0&&Bt===!1&&(x.isMeshLambertMaterial||x.isMeshPhongMaterial||x.isMeshStandardMaterial||x.isMeshPhysicalMaterial)),sizeAttenuation:x.sizeAttenuation===!0,logarithmicDepthBuffer:d,reversedDepthBuffer:we,skinning:O.isSkinnedMesh===!0,hasPositionAttribute:U.attributes.position!==void 0,morphTargets:U.morphAttributes.position!==void 0,morphNormals:U.morphAttributes.normal!==void 0,morphColors:U.morphAttributes.color!==void 0,morphTargetsCount:oe,morphTextureStride:pe,numSunLights:E.sun.length,numDirLights:E.directional.length,numPointLights:E.point.length,numSpotLights:E.spot.length,numSpotLightMaps:E.spotLightMap.length,numRectAreaLights:E.rectArea.length,numHemiLights:E.hemi.length,numSunLightShadows:E.sunShadowMap.length,numDirLightShadows:E.directionalShadowMap.length,numPointLightShadows:E.pointShadowMap.length,numSpotLightShadows:E.spotShadowMap.length,numSpotLightShadowsWithMaps:E.numSpotLightShadowsWithMaps,numLightProbes:E.numLightProbes,numLightProbeGrids:G.filter(Pe=>Pe.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:x.dithering,shadowMapEnabled:i.shadowMap.enabled&&V.length>0,shadowMapType:i.shadowMap.type,toneMapping:he,decodeVideoTexture:We&&x.map.isVideoTexture===!0&&Tt.getTransfer(x.map.colorSpace)===Dt,decodeVideoTextureEmissive:At&&x.emissiveMap.isVideoTexture===!0&&Tt.getTransfer(x.emissiveMap.colorSpace)===Dt,premultipliedAlpha:x.premultipliedAlpha,doubleSided:x.side===Di,flipSided:x.side===ri,useDepthPacking:x.depthPacking>=0,depthPacking:x.depthPacking||0,index0AttributeName:x.index0AttributeName,extensionClipCullDistance:et&&x.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(et&&x.extensions.multiDraw===!0||ct)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:x.customProgramCacheKey()};return tt.vertexUv1s=l.has(1),tt.vertexUv2s=l.has(2),tt.vertexUv3s=l.has(3),l.clear(),tt}function v(x){let E=[];if(x.shaderID?E.push(x.shaderID):(E.push(x.customVertexShaderID),E.push(x.customFragmentShaderID)),x.defines!==void 0)for(let V in x.defines)E.push(V),E.push(x.defines[V]);return x.isRawShaderMaterial===!1&&(m(E,x),p(E,x),E.push(i.outputColorSpace)),E.push(x.customProgramCacheKey),E.join()}function m(x,E){x.push(E.precision),x.push(E.outputColorSpace),x.push(E.envMapMode),x.push(E.envMapPMREM),x.push(E.envMapMaxLod),x.push(E.envMapSize),x.push(E.mapUv),x.push(E.alphaMapUv),x.push(E.lightMapUv),x.push(E.aoMapUv),x.push(E.bumpMapUv),x.push(E.normalMapUv),x.push(E.displacementMapUv),x.push(E.emissiveMapUv),x.push(E.metalnessMapUv),x.push(E.roughnessMapUv),x.push(E.anisotropyMapUv),x.push(E.clearcoatMapUv),x.push(E.clearcoatNormalMapUv),x.push(E.clearcoatRoughnessMapUv),x.push(E.diffuseRoughnessMapUv),x.push(E.iridescenceMapUv),x.push(E.iridescenceThicknessMapUv),x.push(E.sheenColorMapUv),x.push(E.sheenRoughnessMapUv),x.push(E.specularMapUv),x.push(E.specularColorMapUv),x.push(E.specularIntensityMapUv),x.push(E.transmissionMapUv),x.push(E.thicknessMapUv),x.push(E.combine),x.push(E.fogExp2),x.push(E.sizeAttenuation),x.push(E.morphTargetsCount),x.push(E.numSunLights),x.push(E.numDirLights),x.push(E.numPointLights),x.push(E.numSpotLights),x.push(E.numSpotLightMaps),x.push(E.numHemiLights),x.push(E.numRectAreaLights),x.push(E.numSunLightShadows),x.push(E.numDirLightShadows),x.push(E.numPointLightShadows),x.push(E.numSpotLightShadows),x.push(E.numSpotLightShadowsWithMaps),x.push(E.numLightProbes),x.push(E.numLightProbeGrids),x.push(E.shadowMapType),x.push(E.toneMapping),x.push(E.numClippingPlanes),x.push(E.numClipIntersection),x.push(E.depthPacking)}function p(x,E){o.disableAll(),E.instancing&&o.enable(0),E.instancingColor&&o.enable(1),E.instancingMorph&&o.enable(2),E.matcap&&o.enable(3),E.envMap&&o.enable(4),E.normalMapObjectSpace&&o.enable(5),E.normalMapTangentSpace&&o.enable(6),E.clearcoat&&o.enable(7),E.iridescence&&o.enable(8),E.alphaTest&&o.enable(9),E.vertexColors&&o.enable(10),E.vertexAlphas&&o.enable(11),E.vertexUv1s&&o.enable(12),E.vertexUv2s&&o.enable(13),E.vertexUv3s&&o.enable(14),E.vertexTangents&&o.enable(15),E.anisotropy&&o.enable(16),E.alphaHash&&o.enable(17),E.batching&&o.enable(18),E.dispersion&&o.enable(19),E.retroreflection&&o.enable(24),E.diffuseRoughness&&o.enable(25),E.batchingColor&&o.enable(20),E.gradientMap&&o.enable(21),E.packedNormalMap&&o.enable(22),E.vertexNormals&&o.enable(23),x.push(o.mask),o.disableAll(),E.fog&&o.enable(0),E.useFog&&o.enable(1),E.flatShading&&o.enable(2),E.logarithmicDepthBuffer&&o.enable(3),E.reversedDepthBuffer&&o.enable(4),E.skinning&&o.enable(5),E.morphTargets&&o.enable(6),E.morphNormals&&o.enable(7),E.morphColors&&o.enable(8),E.premultipliedAlpha&&o.enable(9),E.shadowMapEnabled&&o.enable(10),E.doubleSided&&o.enable(11),E.flipSided&&o.enable(12),E.useDepthPacking&&o.enable(13),E.dithering&&o.enable(14),E.transmission&&o.enable(15),E.sheen&&o.enable(16),E.opaque&&o.enable(17),E.pointsUvs&&o.enable(18),E.decodeVideoTexture&&o.enable(19),E.decodeVideoTextureEmissive&&o.enable(20),E.alphaToCoverage&&o.enable(21),E.numLightProbeGrids>0&&o.enable(22),E.hasPositionAttribute&&o.enable(23),x.push(o.mask)}function S(x){let E=u[x.type],V;if(E){let F=ds[E];V=Bg.clone(F.uniforms)}else V=x.uniforms;return V}function R(x,E){let V=h.get(E);return V!==void 0?++V.usedTimes:(V=new o1(i,E,x,s),c.push(V),h.set(E,V)),V}function T(x){if(--x.usedTimes===0){let E=c.indexOf(x);c[E]=c[c.length-1],c.pop(),h.delete(x.cacheKey),x.destroy()}}function L(x){a.remove(x)}function A(){a.dispose()}return{getParameters:g,getProgramCacheKey:v,getUniforms:S,acquireProgram:R,releaseProgram:T,releaseShaderCache:L,programs:c,dispose:A}}function h1(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function s(o,a,l){i.get(o)[a]=l}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function u1(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function s0(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function r0(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function o(u){let f=0;return u.isInstancedMesh&&(f+=2),u.isSkinnedMesh&&(f+=1),f}function a(u,f,g,v,m,p){let S=i[e];return S===void 0?(S={id:u.id,object:u,geometry:f,material:g,materialVariant:o(u),groupOrder:v,renderOrder:u.renderOrder,z:m,group:p},i[e]=S):(S.id=u.id,S.object=u,S.geometry=f,S.material=g,S.materialVariant=o(u),S.groupOrder=v,S.renderOrder=u.renderOrder,S.z=m,S.group=p),e++,S}function l(u,f,g,v,m,p,S){S.reversedDepth===!0&&(m=-m);let R=a(u,f,g,v,m,p);g.transmission>0?n.push(R):g.transparent===!0?s.push(R):t.push(R)}function c(u,f,g,v,m,p){let S=a(u,f,g,v,m,p);g.transmission>0?n.unshift(S):g.transparent===!0?s.unshift(S):t.unshift(S)}function h(u,f){t.length>1&&t.sort(u||u1),n.length>1&&n.sort(f||s0),s.length>1&&s.sort(f||s0)}function d(){for(let u=e,f=i.length;u<f;u++){let g=i[u];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:l,unshift:c,finish:d,sort:h}}function d1(){let i=new WeakMap;function e(n,s){let r=i.get(n),o;return r===void 0?(o=new r0,i.set(n,[o])):s>=r.length?(o=new r0,r.push(o)):o=r[s],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function f1(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new $,color:new St};break;case"SpotLight":t={position:new $,direction:new $,color:new St,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new $,color:new St,distance:0,decay:0};break;case"HemisphereLight":t={direction:new $,skyColor:new St,groundColor:new St};break;case"RectAreaLight":t={color:new St,position:new $,halfWidth:new $,halfHeight:new $};break}return i[e.id]=t,t}}}function p1(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var m1=0;function g1(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function _1(i){let e=new f1,t=p1(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)n.probe.push(new $);let s=new $,r=new Wt,o=new Wt;function a(c){let h=0,d=0,u=0;for(let G=0;G<9;G++)n.probe[G].set(0,0,0);let f=0,g=0,v=0,m=0,p=0,S=0,R=0,T=0,L=0,A=0,x=0,E=0,V=0,F=0;c.sort(g1);for(let G=0,X=c.length;G<X;G++){let U=c[G],q=U.color,J=U.intensity,W=U.distance,ue=null;if(U.shadow&&U.shadow.map&&(U.shadow.map.texture.format===ar?ue=U.shadow.map.texture:ue=U.shadow.map.depthTexture||U.shadow.map.texture),U.isAmbientLight)h+=q.r*J,d+=q.g*J,u+=q.b*J;else if(U.isLightProbe){for(let Q=0;Q<9;Q++)n.probe[Q].addScaledVector(U.sh.coefficients[Q],J);F++}else if(U.isSunLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize.copy(te.mapSize).multiply(te.getFrameExtents()),n.sunShadow[g]=oe,n.sunShadowMap[g]=ue;let pe=te.getViewportCount();for(let fe=0;fe<pe;fe++)n.sunShadowMatrix[v+fe]=te.getMatrix(fe),n.sunShadowCascade[v+fe]=te._cascadeData[fe];v+=pe,g++}n.sun[f]=Q,f++}else if(U.isDirectionalLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,n.directionalShadow[m]=oe,n.directionalShadowMap[m]=ue,n.directionalShadowMatrix[m]=U.shadow.matrix,L++}n.directional[m]=Q,m++}else if(U.isSpotLight){let Q=e.get(U);Q.position.setFromMatrixPosition(U.matrixWorld),Q.color.copy(q).multiplyScalar(J),Q.distance=W,Q.coneCos=Math.cos(U.angle),Q.penumbraCos=Math.cos(U.angle*(1-U.penumbra)),Q.decay=U.decay,n.spot[S]=Q;let te=U.shadow;if(U.map&&(n.spotLightMap[E]=U.map,E++,te.updateMatrices(U),U.castShadow&&V++),n.spotLightMatrix[S]=te.matrix,U.castShadow){let oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,n.spotShadow[S]=oe,n.spotShadowMap[S]=ue,x++}S++}else if(U.isRectAreaLight){let Q=e.get(U);Q.color.copy(q).multiplyScalar(J),Q.halfWidth.set(U.width*.5,0,0),Q.halfHeight.set(0,U.height*.5,0),n.rectArea[R]=Q,R++}else if(U.isPointLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),Q.distance=U.distance,Q.decay=U.decay,U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,oe.shadowCameraNear=te.camera.near,oe.shadowCameraFar=te.camera.far,n.pointShadow[p]=oe,n.pointShadowMap[p]=ue,n.pointShadowMatrix[p]=U.shadow.matrix,A++}n.point[p]=Q,p++}else if(U.isHemisphereLight){let Q=e.get(U);Q.skyColor.copy(U.color).multiplyScalar(J),Q.groundColor.copy(U.groundColor).multiplyScalar(J),n.hemi[T]=Q,T++}}R>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Ne.LTC_FLOAT_1,n.rectAreaLTC2=Ne.LTC_FLOAT_2):(n.rectAreaLTC1=Ne.LTC_HALF_1,n.rectAreaLTC2=Ne.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=d,n.ambient[2]=u;let O=n.hash;(O.sunLength!==f||O.directionalLength!==m||O.pointLength!==p||O.spotLength!==S||O.rectAreaLength!==R||O.hemiLength!==T||O.numSunShadows!==g||O.numDirectionalShadows!==L||O.numPointShadows!==A||O.numSpotShadows!==x||O.numSpotMaps!==E||O.numLightProbes!==F)&&(n.sun.length=f,n.directional.length=m,n.spot.length=S,n.rectArea.length=R,n.point.length=p,n.hemi.length=T,n.sunShadow.length=g,n.sunShadowMap.length=g,n.sunShadowMatrix.length=v,n.sunShadowCascade.length=v,n.directionalShadow.length=L,n.directionalShadowMap.length=L,n.directionalShadowMatrix.length=L,n.pointShadow.length=A,n.pointShadowMap.length=A,n.pointShadowMatrix.length=A,n.spotShadow.length=x,n.spotShadowMap.length=x,n.spotLightMatrix.length=x+E-V,n.spotLightMap.length=E,n.numSpotLightShadowsWithMaps=V,n.numLightProbes=F,O.sunLength=f,O.directionalLength=m,O.pointLength=p,O.spotLength=S,O.rectAreaLength=R,O.hemiLength=T,O.numSunShadows=g,O.numDirectionalShadows=L,O.numPointShadows=A,O.numSpotShadows=x,O.numSpotMaps=E,O.numLightProbes=F,n.version=m1++)}function l(c,h){let d=0,u=0,f=0,g=0,v=0,m=0,p=h.matrixWorldInverse;for(let S=0,R=c.length;S<R;S++){let T=c[S];if(T.isSunLight){let L=n.sun[d];L.direction.setFromMatrixPosition(T.matrixWorld),L.direction.transformDirection(p),d++}else if(T.isDirectionalLight){let L=n.directional[u];L.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),L.direction.sub(s),L.direction.transformDirection(p),u++}else if(T.isSpotLight){let L=n.spot[g];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),L.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),L.direction.sub(s),L.direction.transformDirection(p),g++}else if(T.isRectAreaLight){let L=n.rectArea[v];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),o.identity(),r.copy(T.matrixWorld),r.premultiply(p),o.extractRotation(r),L.halfWidth.set(T.width*.5,0,0),L.halfHeight.set(0,T.height*.5,0),L.halfWidth.applyMatrix4(o),L.halfHeight.applyMatrix4(o),v++}else if(T.isPointLight){let L=n.point[f];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),f++}else if(T.isHemisphereLight){let L=n.hemi[m];L.direction.setFromMatrixPosition(T.matrixWorld),L.direction.transformDirection(p),m++}}}return{setup:a,setupView:l,state:n}}function o0(i){let e=new _1(i),t=[],n=[],s=[];function r(d){h.camera=d,t.length=0,n.length=0,s.length=0}function o(d){d.isLightProbeGrid?s.push(d):t.push(d)}function a(d){n.push(d)}function l(){e.setup(t),s.sort((d,u)=>d.priority-u.priority||d.id-u.id)}function c(d){e.setupView(t,d)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function x1(i){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new o0(i),e.set(s,[a])):r>=o.length?(a=new o0(i),o.push(a)):a=o[r],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var y1=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,v1=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,S1=[new $(1,0,0),new $(-1,0,0),new $(0,1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1)],b1=[new $(0,-1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1),new $(0,-1,0),new $(0,-1,0)],a0=new Wt,Za=new $,jd=new $;function M1(i,e,t){let n=new er,s=new je,r=new je,o=new nn,a=new Lc,l=new Dc,c={},h=t.maxTextureSize,d={[or]:ri,[ri]:or,[Di]:Di},u=new cs({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new je},radius:{value:4}},vertexShader:y1,fragmentShader:v1}),f=u.clone();f.defines.HORIZONTAL_PASS=1;let g=new Si;g.setAttribute("position",new xi(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let v=new bi(g,u),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Va;let p=this.type;this.render=function(A,x,E){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||A.length===0)return;this.type===eg&&(Je("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Va);let V=i.getRenderTarget(),F=i.getActiveCubeFace(),O=i.getActiveMipmapLevel(),G=i.state;G.setBlending(br),G.buffers.depth.getReversed()===!0?G.buffers.color.setClear(0,0,0,0):G.buffers.color.setClear(1,1,1,1),G.buffers.depth.setTest(!0),G.setScissorTest(!1);let X=p!==this.type;X&&x.traverse(function(U){U.material&&(Array.isArray(U.material)?U.material.forEach(q=>q.needsUpdate=!0):U.material.needsUpdate=!0)});for(let U=0,q=A.length;U<q;U++){let J=A[U],W=J.shadow;if(W===void 0){Je("WebGLShadowMap:",J,"has no shadow.");continue}if(W.autoUpdate===!1&&W.needsUpdate===!1)continue;s.copy(W.mapSize);let ue=W.getFrameExtents();s.multiply(ue),r.copy(W.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/ue.x),s.x=r.x*ue.x,W.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/ue.y),s.y=r.y*ue.y,W.mapSize.y=r.y));let Q=i.state.buffers.depth.getReversed();if(W.camera._reversedDepth=Q,W.map===null||X===!0){if(W.map!==null&&(W.map.depthTexture!==null&&(W.map.depthTexture.dispose(),W.map.depthTexture=null),W.map.dispose()),this.type===bo){if(J.isPointLight){Je("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}W.map=new vi(s.x,s.y,{format:ar,type:qi,minFilter:si,magFilter:si,generateMipmaps:!1}),W.map.texture.name=J.name+".shadowMap",W.map.depthTexture=new Ds(s.x,s.y,Xi),W.map.depthTexture.name=J.name+".shadowMapDepth",W.map.depthTexture.format=Rs,W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=zn,W.map.depthTexture.magFilter=zn}else J.isPointLight?(W.map=new Ka(s.x),W.map.depthTexture=new Ca(s.x,Wi)):(W.map=new vi(s.x,s.y),W.map.depthTexture=new Ds(s.x,s.y,Wi)),W.map.depthTexture.name=J.name+".shadowMap",W.map.depthTexture.format=Rs,this.type===Va?(W.map.depthTexture.compareFunction=Q?kd:Bd,W.map.depthTexture.minFilter=si,W.map.depthTexture.magFilter=si):(W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=zn,W.map.depthTexture.magFilter=zn);W.camera.updateProjectionMatrix()}W.map.isWebGLCubeRenderTarget!==!0&&(W.map.width!==s.x||W.map.height!==s.y)&&W.map.setSize(s.x,s.y);let te=W.map.isWebGLCubeRenderTarget?6:W.getViewportCount();J.isPointLight!==!0&&W.updateMatrices(J,E);let oe=(W.camera.layers.mask&4294967294)!==0?W.camera.layers:E.layers;for(let pe=0;pe<te;pe++){let fe=W.getCamera(pe);if(J.isPointLight){let ne=W.camera,_e=W.matrix,ve=J.distance||ne.far;ve!==ne.far&&(ne.far=ve,ne.updateProjectionMatrix()),Za.setFromMatrixPosition(J.matrixWorld),ne.position.copy(Za),jd.copy(ne.position),jd.add(S1[pe]),ne.up.copy(b1[pe]),ne.lookAt(jd),ne.updateMatrixWorld(),_e.makeTranslation(-Za.x,-Za.y,-Za.z),a0.multiplyMatrices(ne.projectionMatrix,ne.matrixWorldInverse),W._frustum.setFromProjectionMatrix(a0,ne.coordinateSystem,ne.reversedDepth)}if(W.map.isWebGLCubeRenderTarget)i.setRenderTarget(W.map,pe),i.clear();else{pe===0&&(i.setRenderTarget(W.map),i.clear());let ne=W.getViewport(pe);o.set(r.x*ne.x,r.y*ne.y,r.x*ne.z,r.y*ne.w),G.viewport(o)}n=W.getFrustum(pe),T(x,E,fe,J,oe,this.type)}W.isPointLightShadow!==!0&&this.type===bo&&S(W,E),W.needsUpdate=!1}p=this.type,m.needsUpdate=!1,i.setRenderTarget(V,F,O)};function S(A,x){let E=e.update(v);u.defines.VSM_SAMPLES!==A.blurSamples&&(u.defines.VSM_SAMPLES=A.blurSamples,f.defines.VSM_SAMPLES=A.blurSamples,u.needsUpdate=!0,f.needsUpdate=!0),A.mapPass===null?A.mapPass=new vi(s.x,s.y,{format:ar,type:qi}):(A.mapPass.width!==A.map.width||A.mapPass.height!==A.map.height)&&A.mapPass.setSize(A.map.width,A.map.height),u.uniforms.shadow_pass.value=A.map.depthTexture,u.uniforms.resolution.value.set(A.map.width,A.map.height),u.uniforms.radius.value=A.radius,i.setRenderTarget(A.mapPass),i.clear(),i.renderBufferDirect(x,null,E,u,v,null),f.uniforms.shadow_pass.value=A.mapPass.texture,f.uniforms.resolution.value.set(A.map.width,A.map.height),f.uniforms.radius.value=A.radius,i.setRenderTarget(A.map),i.clear(),i.renderBufferDirect(x,null,E,f,v,null)}function R(A,x,E,V){let F=null,O=E.isPointLight===!0?A.customDistanceMaterial:A.customDepthMaterial;if(O!==void 0)F=O;else if(F=E.isPointLight===!0?l:a,i.localClippingEnabled&&x.clipShadows===!0&&Array.isArray(x.clippingPlanes)&&x.clippingPlanes.length!==0||x.displacementMap&&x.displacementScale!==0||x.alphaMap&&x.alphaTest>0||x.map&&x.alphaTest>0||x.alphaToCoverage===!0){let G=F.uuid,X=x.uuid,U=c[G];U===void 0&&(U={},c[G]=U);let q=U[X];q===void 0&&(q=F.clone(),U[X]=q,x.addEventListener("dispose",L)),F=q}if(F.visible=x.visible,F.wireframe=x.wireframe,V===bo?F.side=x.shadowSide!==null?x.shadowSide:x.side:F.side=x.shadowSide!==null?x.shadowSide:d[x.side],F.alphaMap=x.alphaMap,F.alphaTest=x.alphaToCoverage===!0?.5:x.alphaTest,F.map=x.map,F.clipShadows=x.clipShadows,F.clippingPlanes=x.clippingPlanes,F.clipIntersection=x.clipIntersection,F.displacementMap=x.displacementMap,F.displacementScale=x.displacementScale,F.displacementBias=x.displacementBias,F.wireframeLinewidth=x.wireframeLinewidth,F.linewidth=x.linewidth,E.isPointLight===!0&&F.isMeshDistanceMaterial===!0){let G=i.properties.get(F);G.light=E}return F}function T(A,x,E,V,F,O){if(A.visible===!1)return;if(A.layers.test(F)&&(A.isMesh||A.isLine||A.isPoints)&&(A.castShadow||A.receiveShadow&&O===bo)&&(!A.frustumCulled||A.intersectsFrustum(n))){A.modelViewMatrix.multiplyMatrices(E.matrixWorldInverse,A.matrixWorld);let U=e.update(A),q=A.material;if(Array.isArray(q)){let J=U.groups;for(let W=0,ue=J.length;W<ue;W++){let Q=J[W],te=q[Q.materialIndex];if(te&&te.visible){let oe=R(A,te,V,O);A.onBeforeShadow(i,A,x,E,U,oe,Q),i.renderBufferDirect(E,null,U,oe,A,Q),A.onAfterShadow(i,A,x,E,U,oe,Q)}}}else if(q.visible){let J=R(A,q,V,O);A.onBeforeShadow(i,A,x,E,U,J,null),i.renderBufferDirect(E,null,U,J,A,null),A.onAfterShadow(i,A,x,E,U,J,null)}}let X=A.children;for(let U=0,q=X.length;U<q;U++)T(X[U],x,E,V,F,O)}function L(A){A.target.removeEventListener("dispose",L);for(let E in c){let V=c[E],F=A.target.uuid;F in V&&(V[F].dispose(),delete V[F])}}}function w1(i,e){function t(){let B=!1,ae=new nn,se=null,Ee=new nn(0,0,0,0);return{setMask:function(xe){se!==xe&&!B&&(i.colorMask(xe,xe,xe,xe),se=xe)},setLocked:function(xe){B=xe},setClear:function(xe,Me,Xe,et,he){he===!0&&(xe*=et,Me*=et,Xe*=et),ae.set(xe,Me,Xe,et),Ee.equals(ae)===!1&&(i.clearColor(xe,Me,Xe,et),Ee.copy(ae))},reset:function(){B=!1,se=null,Ee.set(-1,0,0,0)}}}function n(){let B=!1,ae=!1,se=null,Ee=null,xe=null;return{setReversed:function(Me){if(ae!==Me){let Xe=e.get("EXT_clip_control");Me?Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.ZERO_TO_ONE_EXT):Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.NEGATIVE_ONE_TO_ONE_EXT),ae=Me;let et=xe;xe=null,this.setClear(et)}},getReversed:function(){return ae},setTest:function(Me){Me?we(i.DEPTH_TEST):qe(i.DEPTH_TEST)},setMask:function(Me){se!==Me&&!B&&(i.depthMask(Me),se=Me)},setFunc:function(Me){if(ae&&(Me=Ng[Me]),Ee!==Me){switch(Me){case uc:i.depthFunc(i.NEVER);break;case dc:i.depthFunc(i.ALWAYS);break;case fc:i.depthFunc(i.LESS);break;case ho:i.depthFunc(i.LEQUAL);break;case pc:i.depthFunc(i.EQUAL);break;case mc:i.depthFunc(i.GEQUAL);break;case gc:i.depthFunc(i.GREATER);break;case _c:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Ee=Me}},setLocked:function(Me){B=Me},setClear:function(Me){xe!==Me&&(xe=Me,ae&&(Me=1-Me),i.clearDepth(Me))},reset:function(){B=!1,se=null,Ee=null,xe=null,ae=!1}}}function s(){let B=!1,ae=null,se=null,Ee=null,xe=null,Me=null,Xe=null,et=null,he=null;return{setTest:function(ze){B||(ze?we(i.STENCIL_TEST):qe(i.STENCIL_TEST))},setMask:function(ze){ae!==ze&&!B&&(i.stencilMask(ze),ae=ze)},setFunc:function(ze,tt,Pe){(se!==ze||Ee!==tt||xe!==Pe)&&(i.stencilFunc(ze,tt,Pe),se=ze,Ee=tt,xe=Pe)},setOp:function(ze,tt,Pe){(Me!==ze||Xe!==tt||et!==Pe)&&(i.stencilOp(ze,tt,Pe),Me=ze,Xe=tt,et=Pe)},setLocked:function(ze){B=ze},setClear:function(ze){he!==ze&&(i.clearStencil(ze),he=ze)},reset:function(){B=!1,ae=null,se=null,Ee=null,xe=null,Me=null,Xe=null,et=null,he=null}}}let r=new t,o=new n,a=new s,l={},c=new WeakMap,h={},d={},u={},f=new WeakMap,g=[],v=null,m=!1,p=null,S=null,R=null,T=null,L=null,A=null,x=null,E=new St(0,0,0),V=0,F=!1,O=null,G=null,X=null,U=null,q=null,J=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),W=!1,ue=0,Q=i.getParameter(i.VERSION);Q.indexOf("WebGL")!==-1?(ue=parseFloat(/^WebGL (\d)/.exec(Q)[1]),W=ue>=1):Q.indexOf("OpenGL ES")!==-1&&(ue=parseFloat(/^OpenGL ES (\d)/.exec(Q)[1]),W=ue>=2);let te=null,oe={},pe=i.getParameter(i.SCISSOR_BOX),fe=i.getParameter(i.VIEWPORT),ne=new nn().fromArray(pe),_e=new nn().fromArray(fe);function ve(B,ae,se,Ee){let xe=new Uint8Array(4),Me=i.createTexture();i.bindTexture(B,Me),i.texParameteri(B,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(B,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Xe=0;Xe<se;Xe++)B===i.TEXTURE_3D||B===i.TEXTURE_2D_ARRAY?i.texImage3D(ae,0,i.RGBA,1,1,Ee,0,i.RGBA,i.UNSIGNED_BYTE,xe):i.texImage2D(ae+Xe,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,xe);return Me}let Re={};Re[i.TEXTURE_2D]=ve(i.TEXTURE_2D,i.TEXTURE_2D,1),Re[i.TEXTURE_CUBE_MAP]=ve(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Re[i.TEXTURE_2D_ARRAY]=ve(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Re[i.TEXTURE_3D]=ve(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),we(i.DEPTH_TEST),o.setFunc(ho),mn(!1),Bt(_d),we(i.CULL_FACE),Qt(br);function we(B){h[B]!==!0&&(i.enable(B),h[B]=!0)}function qe(B){h[B]!==!1&&(i.disable(B),h[B]=!1)}function ct(B,ae){return u[B]!==ae?(i.bindFramebuffer(B,ae),u[B]=ae,B===i.DRAW_FRAMEBUFFER&&(u[i.FRAMEBUFFER]=ae),B===i.FRAMEBUFFER&&(u[i.DRAW_FRAMEBUFFER]=ae),!0):!1}function We(B,ae){let se=g,Ee=!1;if(B){se=f.get(ae),se===void 0&&(se=[],f.set(ae,se));let xe=B.textures;if(se.length!==xe.length||se[0]!==i.COLOR_ATTACHMENT0){for(let Me=0,Xe=xe.length;Me<Xe;Me++)se[Me]=i.COLOR_ATTACHMENT0+Me;se.length=xe.length,Ee=!0}}else se[0]!==i.BACK&&(se[0]=i.BACK,Ee=!0);Ee&&i.drawBuffers(se)}function _t(B){return v!==B?(i.useProgram(B),v=B,!0):!1}let pt={[Mr]:i.FUNC_ADD,[ng]:i.FUNC_SUBTRACT,[ig]:i.FUNC_REVERSE_SUBTRACT};pt[sg]=i.MIN,pt[rg]=i.MAX;let rt={[og]:i.ZERO,[ag]:i.ONE,[lg]:i.SRC_COLOR,[Sd]:i.SRC_ALPHA,[pg]:i.SRC_ALPHA_SATURATE,[dg]:i.DST_COLOR,[hg]:i.DST_ALPHA,[cg]:i.ONE_MINUS_SRC_COLOR,[bd]:i.ONE_MINUS_SRC_ALPHA,[fg]:i.ONE_MINUS_DST_COLOR,[ug]:i.ONE_MINUS_DST_ALPHA,[mg]:i.CONSTANT_COLOR,[gg]:i.ONE_MINUS_CONSTANT_COLOR,[_g]:i.CONSTANT_ALPHA,[xg]:i.ONE_MINUS_CONSTANT_ALPHA};function Qt(B,ae,se,Ee,xe,Me,Xe,et,he,ze){if(B===br){m===!0&&(qe(i.BLEND),m=!1);return}if(m===!1&&(we(i.BLEND),m=!0),B!==tg){if(B!==p||ze!==F){if((S!==Mr||L!==Mr)&&(i.blendEquation(i.FUNC_ADD),S=Mr,L=Mr),ze)switch(B){case Mo:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case xd:i.blendFunc(i.ONE,i.ONE);break;case yd:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case vd:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:nt("WebGLState: Invalid blending: ",B);break}else switch(B){case Mo:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case xd:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case yd:nt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case vd:nt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:nt("WebGLState: Invalid blending: ",B);break}R=null,T=null,A=null,x=null,E.set(0,0,0),V=0,p=B,F=ze}return}xe=xe||ae,Me=Me||se,Xe=Xe||Ee,(ae!==S||xe!==L)&&(i.blendEquationSeparate(pt[ae],pt[xe]),S=ae,L=xe),(se!==R||Ee!==T||Me!==A||Xe!==x)&&(i.blendFuncSeparate(rt[se],rt[Ee],rt[Me],rt[Xe]),R=se,T=Ee,A=Me,x=Xe),(et.equals(E)===!1||he!==V)&&(i.blendColor(et.r,et.g,et.b,he),E.copy(et),V=he),p=B,F=!1}function Ht(B,ae){B.side===Di?qe(i.CULL_FACE):we(i.CULL_FACE);let se=B.side===ri;ae&&(se=!se),mn(se),B.blending===Mo&&B.transparent===!1?Qt(br):Qt(B.blending,B.blendEquation,B.blendSrc,B.blendDst,B.blendEquationAlpha,B.blendSrcAlpha,B.blendDstAlpha,B.blendColor,B.blendAlpha,B.premultipliedAlpha),o.setFunc(B.depthFunc),o.setTest(B.depthTest),o.setMask(B.depthWrite),r.setMask(B.colorWrite);let Ee=B.stencilWrite;a.setTest(Ee),Ee&&(a.setMask(B.stencilWriteMask),a.setFunc(B.stencilFunc,B.stencilRef,B.stencilFuncMask),a.setOp(B.stencilFail,B.stencilZFail,B.stencilZPass)),At(B.polygonOffset,B.polygonOffsetFactor,B.polygonOffsetUnits),B.alphaToCoverage===!0?we(i.SAMPLE_ALPHA_TO_COVERAGE):qe(i.SAMPLE_ALPHA_TO_COVERAGE)}function mn(B){O!==B&&(B?i.frontFace(i.CW):i.frontFace(i.CCW),O=B)}function Bt(B){B!==jm?(we(i.CULL_FACE),B!==G&&(B===_d?i.cullFace(i.BACK):B===Qm?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):qe(i.CULL_FACE),G=B}function Ln(B){B!==X&&(W&&i.lineWidth(B),X=B)}function At(B,ae,se){B?(we(i.POLYGON_OFFSET_FILL),(U!==ae||q!==se)&&(U=ae,q=se,o.getReversed()&&(ae=-ae,se=-se),i.polygonOffset(ae,se))):qe(i.POLYGON_OFFSET_FILL)}function Mn(B){B?we(i.SCISSOR_TEST):qe(i.SCISSOR_TEST)}function rn(B){B===void 0&&(B=i.TEXTURE0+J-1),te!==B&&(i.activeTexture(B),te=B)}function gn(B,ae,se){se===void 0&&(te===null?se=i.TEXTURE0+J-1:se=te);let Ee=oe[se];Ee===void 0&&(Ee={type:void 0,texture:void 0},oe[se]=Ee),(Ee.type!==B||Ee.texture!==ae)&&(te!==se&&(i.activeTexture(se),te=se),i.bindTexture(B,ae||Re[B]),Ee.type=B,Ee.texture=ae)}function k(){let B=oe[te];B!==void 0&&B.type!==void 0&&(i.bindTexture(B.type,null),B.type=void 0,B.texture=void 0)}function Ie(){try{i.compressedTexImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Ke(){try{i.compressedTexImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function ht(){try{i.texSubImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Te(){try{i.texSubImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function zt(){try{i.compressedTexSubImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function He(){try{i.compressedTexSubImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function $e(){try{i.texStorage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function P(){try{i.texStorage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function b(){try{i.texImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Y(){try{i.texImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function de(B){return d[B]!==void 0?d[B]:i.getParameter(B)}function le(B,ae){d[B]!==ae&&(i.pixelStorei(B,ae),d[B]=ae)}function ye(B){ne.equals(B)===!1&&(i.scissor(B.x,B.y,B.z,B.w),ne.copy(B))}function Se(B){_e.equals(B)===!1&&(i.viewport(B.x,B.y,B.z,B.w),_e.copy(B))}function ie(B,ae){let se=c.get(ae);se===void 0&&(se=new WeakMap,c.set(ae,se));let Ee=se.get(B);Ee===void 0&&(Ee=i.getUniformBlockIndex(ae,B.name),i.uniformBlockBinding(ae,Ee,Ee),se.set(B,Ee))}function re(B,ae,se){let xe=c.get(ae).get(B);l[xe]!==se&&(i.bindBufferBase(i.UNIFORM_BUFFER,xe,se),l[xe]=se)}function ge(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},d={},te=null,oe={},u={},l={},f=new WeakMap,g=[],v=null,m=!1,p=null,S=null,R=null,T=null,L=null,A=null,x=null,E=new St(0,0,0),V=0,F=!1,O=null,G=null,X=null,U=null,q=null,ne.set(0,0,i.canvas.width,i.canvas.height),_e.set(0,0,i.canvas.width,i.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:we,disable:qe,bindFramebuffer:ct,drawBuffers:We,useProgram:_t,setBlending:Qt,setMaterial:Ht,setFlipSided:mn,setCullFace:Bt,setLineWidth:Ln,setPolygonOffset:At,setScissorTest:Mn,activeTexture:rn,bindTexture:gn,unbindTexture:k,compressedTexImage2D:Ie,compressedTexImage3D:Ke,texImage2D:b,texImage3D:Y,pixelStorei:le,getParameter:de,updateUBOMapping:ie,uniformBlockBinding:re,texStorage2D:$e,texStorage3D:P,texSubImage2D:ht,texSubImage3D:Te,compressedTexSubImage2D:zt,compressedTexSubImage3D:He,scissor:ye,viewport:Se,reset:ge}}function T1(i,e,t,n,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new je,h=new WeakMap,d=new Set,u,f=new WeakMap,g=new Set,v=new FinalizationRegistry(P=>g.delete(P)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function p(P,b){return m?new OffscreenCanvas(P,b):Sa("canvas")}function S(P,b,Y){let de=1,le=$e(P);if((le.width>Y||le.height>Y)&&(de=Y/Math.max(le.width,le.height)),de<1)if(typeof HTMLImageElement<"u"&&P instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&P instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&P instanceof ImageBitmap||typeof VideoFrame<"u"&&P instanceof VideoFrame){let ye=Math.floor(de*le.width),Se=Math.floor(de*le.height);u===void 0&&(u=p(ye,Se));let ie=b?p(ye,Se):u;return ie.width=ye,ie.height=Se,ie.getContext("2d").drawImage(P,0,0,ye,Se),Je("WebGLRenderer: Texture has been resized from ("+le.width+"x"+le.height+") to ("+ye+"x"+Se+")."),ie}else return"data"in P&&Je("WebGLRenderer: Image in DataTexture is too big ("+le.width+"x"+le.height+")."),P;return P}function R(P){return P.generateMipmaps}function T(P){i.generateMipmap(P)}function L(P){return P.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:P.isWebGL3DRenderTarget?i.TEXTURE_3D:P.isWebGLArrayRenderTarget||P.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function A(P,b,Y,de,le,ye=!1){if(P!==null){if(i[P]!==void 0)return i[P];Je("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+P+"'")}let Se;de&&(Se=e.get("EXT_texture_norm16"),Se||Je("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ie=b;if(b===i.RED&&(Y===i.FLOAT&&(ie=i.R32F),Y===i.HALF_FLOAT&&(ie=i.R16F),Y===i.UNSIGNED_BYTE&&(ie=i.R8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.R16_EXT),Y===i.SHORT&&Se&&(ie=Se.R16_SNORM_EXT)),b===i.RED_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.R8UI),Y===i.UNSIGNED_SHORT&&(ie=i.R16UI),Y===i.UNSIGNED_INT&&(ie=i.R32UI),Y===i.BYTE&&(ie=i.R8I),Y===i.SHORT&&(ie=i.R16I),Y===i.INT&&(ie=i.R32I)),b===i.RG&&(Y===i.FLOAT&&(ie=i.RG32F),Y===i.HALF_FLOAT&&(ie=i.RG16F),Y===i.UNSIGNED_BYTE&&(ie=i.RG8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RG16_EXT),Y===i.SHORT&&Se&&(ie=Se.RG16_SNORM_EXT)),b===i.RG_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RG8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RG16UI),Y===i.UNSIGNED_INT&&(ie=i.RG32UI),Y===i.BYTE&&(ie=i.RG8I),Y===i.SHORT&&(ie=i.RG16I),Y===i.INT&&(ie=i.RG32I)),b===i.RGB_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RGB8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RGB16UI),Y===i.UNSIGNED_INT&&(ie=i.RGB32UI),Y===i.BYTE&&(ie=i.RGB8I),Y===i.SHORT&&(ie=i.RGB16I),Y===i.INT&&(ie=i.RGB32I)),b===i.RGBA_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RGBA8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RGBA16UI),Y===i.UNSIGNED_INT&&(ie=i.RGBA32UI),Y===i.BYTE&&(ie=i.RGBA8I),Y===i.SHORT&&(ie=i.RGBA16I),Y===i.INT&&(ie=i.RGBA32I)),b===i.RGB&&(Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RGB16_EXT),Y===i.SHORT&&Se&&(ie=Se.RGB16_SNORM_EXT),Y===i.UNSIGNED_INT_5_9_9_9_REV&&(ie=i.RGB9_E5),Y===i.UNSIGNED_INT_10F_11F_11F_REV&&(ie=i.R11F_G11F_B10F)),b===i.RGBA){let re=ye?va:Tt.getTransfer(le);Y===i.FLOAT&&(ie=i.RGBA32F),Y===i.HALF_FLOAT&&(ie=i.RGBA16F),Y===i.UNSIGNED_BYTE&&(ie=re===Dt?i.SRGB8_ALPHA8:i.RGBA8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RGBA16_EXT),Y===i.SHORT&&Se&&(ie=Se.RGBA16_SNORM_EXT),Y===i.UNSIGNED_SHORT_4_4_4_4&&(ie=i.RGBA4),Y===i.UNSIGNED_SHORT_5_5_5_1&&(ie=i.RGB5_A1)}return(ie===i.R16F||ie===i.R32F||ie===i.RG16F||ie===i.RG32F||ie===i.RGBA16F||ie===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ie}function x(P,b){let Y;return P?b===null||b===Wi||b===Tr?Y=i.DEPTH24_STENCIL8:b===Xi?Y=i.DEPTH32F_STENCIL8:b===To&&(Y=i.DEPTH24_STENCIL8,Je("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):b===null||b===Wi||b===Tr?Y=i.DEPTH_COMPONENT24:b===Xi?Y=i.DEPTH_COMPONENT32F:b===To&&(Y=i.DEPTH_COMPONENT16),Y}function E(P,b){return R(P)===!0||P.isFramebufferTexture&&P.minFilter!==zn&&P.minFilter!==si?Math.log2(Math.max(b.width,b.height))+1:P.mipmaps.length>0?P.mipmaps.length:P.isCompressedTexture&&Array.isArray(P.image)?b.mipmaps.length:1}function V(P){let b=new WeakRef(P);n.get(P).__ref=b,g.add(b),v.register(P,b,b)}function F(P){let b=n.get(P).__ref;b!==void 0&&(g.delete(b),v.unregister(b))}function O(P){X(P.target)}function G(P){U(P.target)}function X(P){P.removeEventListener("dispose",O),F(P),J(P),P.isVideoTexture&&h.delete(P),P.isHTMLTexture&&d.delete(P)}function U(P){P.removeEventListener("dispose",G),F(P),ue(P)}function q(){for(let P of g){let b=P.deref();b!==void 0&&(b.isRenderTarget===!0?U(b):X(b))}g.clear(),d.clear()}function J(P){let b=n.get(P);if(b.__webglInit===void 0)return;let Y=P.source,de=f.get(Y);if(de){let le=de[b.__cacheKey];le.usedTimes--,le.usedTimes===0&&W(P),Object.keys(de).length===0&&f.delete(Y)}n.remove(P)}function W(P){let b=n.get(P);i.deleteTexture(b.__webglTexture);let Y=P.source,de=f.get(Y);delete de[b.__cacheKey],o.memory.textures--}function ue(P){let b=n.get(P);b.__depthDisposeCallback&&b.__depthDisposeCallback();let Y=P.depthTexture;if(Y&&Y.renderTarget===P&&X(Y),P.isWebGLCubeRenderTarget)for(let le=0;le<6;le++){if(Array.isArray(b.__webglFramebuffer[le]))for(let ye=0;ye<b.__webglFramebuffer[le].length;ye++)i.deleteFramebuffer(b.__webglFramebuffer[le][ye]);else i.deleteFramebuffer(b.__webglFramebuffer[le]);b.__webglDepthbuffer&&i.deleteRenderbuffer(b.__webglDepthbuffer[le])}else{if(Array.isArray(b.__webglFramebuffer))for(let le=0;le<b.__webglFramebuffer.length;le++)i.deleteFramebuffer(b.__webglFramebuffer[le]);else i.deleteFramebuffer(b.__webglFramebuffer);if(b.__webglDepthbuffer&&i.deleteRenderbuffer(b.__webglDepthbuffer),b.__webglMultisampledFramebuffer&&i.deleteFramebuffer(b.__webglMultisampledFramebuffer),b.__webglColorRenderbuffer)for(let le=0;le<b.__webglColorRenderbuffer.length;le++)b.__webglColorRenderbuffer[le]&&i.deleteRenderbuffer(b.__webglColorRenderbuffer[le]);b.__webglDepthRenderbuffer&&i.deleteRenderbuffer(b.__webglDepthRenderbuffer)}let de=P.textures;for(let le=0,ye=de.length;le<ye;le++){let Se=n.get(de[le]);Se.__webglTexture&&(i.deleteTexture(Se.__webglTexture),o.memory.textures--),n.remove(de[le])}n.remove(P)}let Q=0;function te(){Q=0}function oe(){return Q}function pe(P){Q=P}function fe(){let P=Q;return P>=s.maxTextures&&Je("WebGLTextures: Trying to use "+(P+1)+" texture units while this GPU supports only "+s.maxTextures),Q+=1,P}function ne(P){let b=[];return b.push(P.wrapS),b.push(P.wrapT),b.push(P.wrapR||0),b.push(P.magFilter),b.push(P.minFilter),b.push(P.anisotropy),b.push(P.internalFormat),b.push(P.format),b.push(P.type),b.push(P.generateMipmaps),b.push(P.mipmapsAutoUpdate),b.push(P.premultiplyAlpha),b.push(P.flipY),b.push(P.unpackAlignment),b.push(P.colorSpace),b.join()}function _e(P,b){let Y=n.get(P);if(P.isVideoTexture&&zt(P),P.isRenderTargetTexture===!1&&P.isExternalTexture!==!0&&P.version>0&&Y.__version!==P.version){let de=P.image;if(de===null)Je("WebGLRenderer: Texture marked for update but no image data found.");else if(de.complete===!1)Je("WebGLRenderer: Texture marked for update but image is incomplete");else{Ht(Y,P,b);return}}else P.isExternalTexture&&(Y.__webglTexture=P.sourceTexture?P.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,Y.__webglTexture,i.TEXTURE0+b)}function ve(P,b){let Y=n.get(P);if(P.isRenderTargetTexture===!1&&P.version>0&&Y.__version!==P.version){Ht(Y,P,b);return}else P.isExternalTexture&&(Y.__webglTexture=P.sourceTexture?P.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,Y.__webglTexture,i.TEXTURE0+b)}function Re(P,b){let Y=n.get(P);if(P.isRenderTargetTexture===!1&&P.version>0&&Y.__version!==P.version){Ht(Y,P,b);return}t.bindTexture(i.TEXTURE_3D,Y.__webglTexture,i.TEXTURE0+b)}function we(P,b){let Y=n.get(P);if(P.version>0&&Y.__version!==P.version){mn(Y,P,b);return}t.bindTexture(i.TEXTURE_CUBE_MAP,Y.__webglTexture,i.TEXTURE0+b)}let qe={[xc]:i.REPEAT,[os]:i.CLAMP_TO_EDGE,[yc]:i.MIRRORED_REPEAT},ct={[zn]:i.NEAREST,[Sg]:i.NEAREST_MIPMAP_NEAREST,[Ga]:i.NEAREST_MIPMAP_LINEAR,[si]:i.LINEAR,[Zc]:i.LINEAR_MIPMAP_NEAREST,[Ns]:i.LINEAR_MIPMAP_LINEAR},We={[Tg]:i.NEVER,[zd]:i.ALWAYS,[Eg]:i.LESS,[Bd]:i.LEQUAL,[Ag]:i.EQUAL,[kd]:i.GEQUAL,[Cg]:i.GREATER,[Rg]:i.NOTEQUAL};function _t(P,b){if(b.type===Xi&&e.has("OES_texture_float_linear")===!1&&(b.magFilter===si||b.magFilter===Zc||b.magFilter===Ga||b.magFilter===Ns||b.minFilter===si||b.minFilter===Zc||b.minFilter===Ga||b.minFilter===Ns)&&Je("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(P,i.TEXTURE_WRAP_S,qe[b.wrapS]),i.texParameteri(P,i.TEXTURE_WRAP_T,qe[b.wrapT]),(P===i.TEXTURE_3D||P===i.TEXTURE_2D_ARRAY)&&i.texParameteri(P,i.TEXTURE_WRAP_R,qe[b.wrapR]),i.texParameteri(P,i.TEXTURE_MAG_FILTER,ct[b.magFilter]),i.texParameteri(P,i.TEXTURE_MIN_FILTER,ct[b.minFilter]),b.compareFunction&&(i.texParameteri(P,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(P,i.TEXTURE_COMPARE_FUNC,We[b.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(b.magFilter===zn||b.minFilter!==Ga&&b.minFilter!==Ns||b.type===Xi&&e.has("OES_texture_float_linear")===!1)return;if(b.anisotropy>1||n.get(b).__currentAnisotropy){let Y=e.get("EXT_texture_filter_anisotropic");i.texParameterf(P,Y.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(b.anisotropy,s.getMaxAnisotropy())),n.get(b).__currentAnisotropy=b.anisotropy}}}function pt(P,b){let Y=!1;P.__webglInit===void 0&&(P.__webglInit=!0,b.addEventListener("dispose",O),V(b));let de=b.source,le=f.get(de);le===void 0&&(le={},f.set(de,le));let ye=ne(b);if(ye!==P.__cacheKey){le[ye]===void 0&&(le[ye]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,Y=!0),le[ye].usedTimes++;let Se=le[P.__cacheKey];Se!==void 0&&(le[P.__cacheKey].usedTimes--,Se.usedTimes===0&&W(b)),P.__cacheKey=ye,P.__webglTexture=le[ye].texture}return Y}function rt(P,b,Y){return Math.floor(Math.floor(P/Y)/b)}function Qt(P,b,Y,de){let ye=P.updateRanges;if(ye.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,b.width,b.height,Y,de,b.data);else{ye.sort((B,ae)=>B.start-ae.start);let Se=0;for(let B=1;B<ye.length;B++){let ae=ye[Se],se=ye[B],Ee=ae.start+ae.count,xe=rt(se.start,b.width,4),Me=rt(ae.start,b.width,4);se.start<=Ee+1&&xe===Me&&rt(se.start+se.count-1,b.width,4)===xe?ae.count=Math.max(ae.count,se.start+se.count-ae.start):(++Se,ye[Se]=se)}ye.length=Se+1;let ie=t.getParameter(i.UNPACK_ROW_LENGTH),re=t.getParameter(i.UNPACK_SKIP_PIXELS),ge=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,b.width);for(let B=0,ae=ye.length;B<ae;B++){let se=ye[B],Ee=Math.floor(se.start/4),xe=Math.ceil(se.count/4),Me=Ee%b.width,Xe=Math.floor(Ee/b.width),et=xe,he=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Me),t.pixelStorei(i.UNPACK_SKIP_ROWS,Xe),t.texSubImage2D(i.TEXTURE_2D,0,Me,Xe,et,he,Y,de,b.data)}P.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ie),t.pixelStorei(i.UNPACK_SKIP_PIXELS,re),t.pixelStorei(i.UNPACK_SKIP_ROWS,ge)}}function Ht(P,b,Y){let de=i.TEXTURE_2D;(b.isDataArrayTexture||b.isCompressedArrayTexture)&&(de=i.TEXTURE_2D_ARRAY),b.isData3DTexture&&(de=i.TEXTURE_3D);let le=pt(P,b),ye=b.source;t.bindTexture(de,P.__webglTexture,i.TEXTURE0+Y);let Se=n.get(ye);if(ye.version!==Se.__version||le===!0){if(t.activeTexture(i.TEXTURE0+Y),(typeof ImageBitmap<"u"&&b.image instanceof ImageBitmap)===!1){let he=Tt.getPrimaries(Tt.workingColorSpace),ze=b.colorSpace===Os?null:Tt.getPrimaries(b.colorSpace),tt=b.colorSpace===Os||he===ze?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,tt)}t.pixelStorei(i.UNPACK_ALIGNMENT,b.unpackAlignment);let re=S(b.image,!1,s.maxTextureSize);re=He(b,re);let ge=r.convert(b.format,b.colorSpace),B=r.convert(b.type),ae=A(b.internalFormat,ge,B,b.normalized,b.colorSpace,b.isVideoTexture);_t(de,b);let se,Ee=b.mipmaps,xe=b.isVideoTexture!==!0,Me=Se.__version===void 0||le===!0,Xe=ye.dataReady,et=E(b,re);if(b.isDepthTexture)ae=x(b.format===Us,b.type),Me&&(xe?t.texStorage2D(i.TEXTURE_2D,1,ae,re.width,re.height):t.texImage2D(i.TEXTURE_2D,0,ae,re.width,re.height,0,ge,B,null));else if(b.isDataTexture)if(Ee.length>0){xe&&Me&&t.texStorage2D(i.TEXTURE_2D,et,ae,Ee[0].width,Ee[0].height);for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,B,se.data):t.texImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,ge,B,se.data);b.generateMipmaps=!1}else xe?(Me&&t.texStorage2D(i.TEXTURE_2D,et,ae,re.width,re.height),Xe&&Qt(b,re,ge,B)):t.texImage2D(i.TEXTURE_2D,0,ae,re.width,re.height,0,ge,B,re.data);else if(b.isCompressedTexture)if(b.isCompressedArrayTexture){xe&&Me&&t.texStorage3D(i.TEXTURE_2D_ARRAY,et,ae,Ee[0].width,Ee[0].height,re.depth);for(let he=0,ze=Ee.length;he<ze;he++)if(se=Ee[he],b.format!==Yi)if(ge!==null)if(xe){if(Xe)if(b.layerUpdates.size>0){let tt=Jd(se.width,se.height,b.format,b.type);for(let Pe of b.layerUpdates){let dt=se.data.subarray(Pe*tt/se.data.BYTES_PER_ELEMENT,(Pe+1)*tt/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,Pe,se.width,se.height,1,ge,dt)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,se.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,se.data,0,0);else Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else xe?Xe&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,B,se.data):t.texImage3D(i.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,ge,B,se.data);b.layerUpdates.size>0&&b.clearLayerUpdates()}else{xe&&Me&&t.texStorage2D(i.TEXTURE_2D,et,ae,Ee[0].width,Ee[0].height);for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],b.format!==Yi?ge!==null?xe?Xe&&t.compressedTexSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,se.data):t.compressedTexImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,se.data):Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,B,se.data):t.texImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,ge,B,se.data)}else if(b.isDataArrayTexture)if(xe){if(Me&&t.texStorage3D(i.TEXTURE_2D_ARRAY,et,ae,re.width,re.height,re.depth),Xe)if(b.layerUpdates.size>0){let he=Jd(re.width,re.height,b.format,b.type);for(let ze of b.layerUpdates){let tt=re.data.subarray(ze*he/re.data.BYTES_PER_ELEMENT,(ze+1)*he/re.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,ze,re.width,re.height,1,ge,B,tt)}b.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,re.width,re.height,re.depth,ge,B,re.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,ae,re.width,re.height,re.depth,0,ge,B,re.data);else if(b.isData3DTexture)xe?(Me&&t.texStorage3D(i.TEXTURE_3D,et,ae,re.width,re.height,re.depth),Xe&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,re.width,re.height,re.depth,ge,B,re.data)):t.texImage3D(i.TEXTURE_3D,0,ae,re.width,re.height,re.depth,0,ge,B,re.data);else if(b.isFramebufferTexture){if(Me)if(xe)t.texStorage2D(i.TEXTURE_2D,et,ae,re.width,re.height);else{let he=re.width,ze=re.height;for(let tt=0;tt<et;tt++)t.texImage2D(i.TEXTURE_2D,tt,ae,he,ze,0,ge,B,null),he>>=1,ze>>=1}}else if(b.isHTMLTexture){if("texElementImage2D"in i){let he=i.canvas;if(he.hasAttribute("layoutsubtree")||he.setAttribute("layoutsubtree","true"),re.parentNode!==he){he.appendChild(re),d.add(b),he.onpaint=ze=>{let tt=ze.changedElements;for(let Pe of d)tt.includes(Pe.image)&&(Pe.needsUpdate=!0)},he.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,re);else{let tt=i.RGBA,Pe=i.RGBA,dt=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,tt,Pe,dt,re)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Ee.length>0){if(xe&&Me){let he=$e(Ee[0]);t.texStorage2D(i.TEXTURE_2D,et,ae,he.width,he.height)}for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,ge,B,se):t.texImage2D(i.TEXTURE_2D,he,ae,ge,B,se);b.generateMipmaps=!1}else if(xe){if(Me){let he=$e(re);t.texStorage2D(i.TEXTURE_2D,et,ae,he.width,he.height)}Xe&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,ge,B,re)}else t.texImage2D(i.TEXTURE_2D,0,ae,ge,B,re);R(b)&&b.mipmapsAutoUpdate===!0&&T(de),Se.__version=ye.version,b.onUpdate&&b.onUpdate(b)}P.__version=b.version}function mn(P,b,Y){if(b.image.length!==6)return;let de=pt(P,b),le=b.source;t.bindTexture(i.TEXTURE_CUBE_MAP,P.__webglTexture,i.TEXTURE0+Y);let ye=n.get(le);if(le.version!==ye.__version||de===!0){t.activeTexture(i.TEXTURE0+Y);let Se=Tt.getPrimaries(Tt.workingColorSpace),ie=b.colorSpace===Os?null:Tt.getPrimaries(b.colorSpace),re=b.colorSpace===Os||Se===ie?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,b.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,re);let ge=b.isCompressedTexture||b.image[0].isCompressedTexture,B=b.image[0]&&b.image[0].isDataTexture,ae=[];for(let Pe=0;Pe<6;Pe++)!ge&&!B?ae[Pe]=S(b.image[Pe],!0,s.maxCubemapSize):ae[Pe]=B?b.image[Pe].image:b.image[Pe],ae[Pe]=He(b,ae[Pe]);let se=ae[0],Ee=r.convert(b.format,b.colorSpace),xe=r.convert(b.type),Me=A(b.internalFormat,Ee,xe,b.normalized,b.colorSpace),Xe=b.isVideoTexture!==!0,et=ye.__version===void 0||de===!0,he=le.dataReady,ze=E(b,se);_t(i.TEXTURE_CUBE_MAP,b);let tt;if(b.isDepthTexture){if(Me=x(b.format===Us,b.type),et)if(Xe)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Me,se.width,se.height);else for(let Pe=0;Pe<6;Pe++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,se.width,se.height,0,Ee,xe,null)}else if(ge){Xe&&et&&t.texStorage2D(i.TEXTURE_CUBE_MAP,ze,Me,se.width,se.height);for(let Pe=0;Pe<6;Pe++){tt=ae[Pe].mipmaps;for(let dt=0;dt<tt.length;dt++){let Xt=tt[dt];b.format!==Yi?Ee!==null?Xe?he&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,0,0,Xt.width,Xt.height,Ee,Xt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,Me,Xt.width,Xt.height,0,Xt.data):Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,0,0,Xt.width,Xt.height,Ee,xe,Xt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,Me,Xt.width,Xt.height,0,Ee,xe,Xt.data)}}}else{if(tt=b.mipmaps,Xe&&et){tt.length>0&&ze++;let Pe=$e(ae[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,ze,Me,Pe.width,Pe.height)}for(let Pe=0;Pe<6;Pe++)if(B){Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,ae[Pe].width,ae[Pe].height,Ee,xe,ae[Pe].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,ae[Pe].width,ae[Pe].height,0,Ee,xe,ae[Pe].data);for(let dt=0;dt<tt.length;dt++){let Kn=tt[dt].image[Pe].image;Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,0,0,Kn.width,Kn.height,Ee,xe,Kn.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,Me,Kn.width,Kn.height,0,Ee,xe,Kn.data)}}else{Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,Ee,xe,ae[Pe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,Ee,xe,ae[Pe]);for(let dt=0;dt<tt.length;dt++){let Xt=tt[dt];Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,0,0,Ee,xe,Xt.image[Pe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,Me,Ee,xe,Xt.image[Pe])}}}R(b)&&b.mipmapsAutoUpdate===!0&&T(i.TEXTURE_CUBE_MAP),ye.__version=le.version,b.onUpdate&&b.onUpdate(b)}P.__version=b.version}function Bt(P,b,Y,de,le,ye){let Se=r.convert(Y.format,Y.colorSpace),ie=r.convert(Y.type),re=A(Y.internalFormat,Se,ie,Y.normalized,Y.colorSpace),ge=n.get(b),B=n.get(Y);if(B.__renderTarget=b,!ge.__hasExternalTextures){let ae=Math.max(1,b.width>>ye),se=Math.max(1,b.height>>ye);le===i.TEXTURE_3D||le===i.TEXTURE_2D_ARRAY?t.texImage3D(le,ye,re,ae,se,b.depth,0,Se,ie,null):t.texImage2D(le,ye,re,ae,se,0,Se,ie,null)}t.bindFramebuffer(i.FRAMEBUFFER,P),Te(b)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,de,le,B.__webglTexture,0,ht(b)):(le===i.TEXTURE_2D||le>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&le<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,de,le,B.__webglTexture,ye),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Ln(P,b,Y){if(i.bindRenderbuffer(i.RENDERBUFFER,P),b.depthBuffer){let de=b.depthTexture,le=de&&de.isDepthTexture?de.type:null,ye=x(b.stencilBuffer,le),Se=b.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;Te(b)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,ht(b),ye,b.width,b.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,ht(b),ye,b.width,b.height):i.renderbufferStorage(i.RENDERBUFFER,ye,b.width,b.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,Se,i.RENDERBUFFER,P)}else{let de=b.textures;for(let le=0;le<de.length;le++){let ye=de[le],Se=r.convert(ye.format,ye.colorSpace),ie=r.convert(ye.type),re=A(ye.internalFormat,Se,ie,ye.normalized,ye.colorSpace);Te(b)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,ht(b),re,b.width,b.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,ht(b),re,b.width,b.height):i.renderbufferStorage(i.RENDERBUFFER,re,b.width,b.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function At(P,b,Y){let de=b.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,P),!(b.depthTexture&&b.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let le=n.get(b.depthTexture);le.__renderTarget=b;let ye=de?b.depthTexture.image[0]:b.depthTexture.image;(!le.__webglTexture||ye.width!==b.width||ye.height!==b.height)&&(ye.width=b.width,ye.height=b.height,b.depthTexture.needsUpdate=!0),de?we(b.depthTexture,0):_e(b.depthTexture,0);let Se=le.__webglTexture,ie=ht(b),re=de?i.TEXTURE_CUBE_MAP_POSITIVE_X+Y:i.TEXTURE_2D,ge=b.depthTexture.format===Us?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(b.depthTexture.format===Rs)Te(b)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ge,re,Se,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,ge,re,Se,0);else if(b.depthTexture.format===Us)Te(b)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ge,re,Se,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,ge,re,Se,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Mn(P){let b=n.get(P),Y=P.isWebGLCubeRenderTarget===!0;if(b.__boundDepthTexture!==P.depthTexture){let de=P.depthTexture;if(b.__depthDisposeCallback&&b.__depthDisposeCallback(),de){let le=()=>{delete b.__boundDepthTexture,delete b.__depthDisposeCallback,de.removeEventListener("dispose",le)};de.addEventListener("dispose",le),b.__depthDisposeCallback=le}b.__boundDepthTexture=de}if(P.depthTexture&&!b.__autoAllocateDepthBuffer)if(Y)for(let de=0;de<6;de++)At(b.__webglFramebuffer[de],P,de);else P.texture.mipmaps.length>0?At(b.__webglFramebuffer[0],P,0):At(b.__webglFramebuffer,P,0);else if(Y){b.__webglDepthbuffer=[];for(let de=0;de<6;de++)if(t.bindFramebuffer(i.FRAMEBUFFER,b.__webglFramebuffer[de]),b.__webglDepthbuffer[de]===void 0)b.__webglDepthbuffer[de]=i.createRenderbuffer(),Ln(b.__webglDepthbuffer[de],P,!1);else{let le=P.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=b.__webglDepthbuffer[de];i.bindRenderbuffer(i.RENDERBUFFER,ye),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,ye)}}else if(P.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,b.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,b.__webglFramebuffer),b.__webglDepthbuffer===void 0)b.__webglDepthbuffer=i.createRenderbuffer(),Ln(b.__webglDepthbuffer,P,!1);else{let le=P.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=b.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,ye),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,ye)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function rn(P,b,Y){let de=n.get(P);b!==void 0&&Bt(de.__webglFramebuffer,P,P.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),Y!==void 0&&Mn(P)}function gn(P){let b=P.texture,Y=n.get(P),de=n.get(b);P.addEventListener("dispose",G),V(P);let le=P.textures,ye=P.isWebGLCubeRenderTarget===!0,Se=le.length>1;if(Se||(de.__webglTexture===void 0&&(de.__webglTexture=i.createTexture()),de.__version=b.version,o.memory.textures++),ye){Y.__webglFramebuffer=[];for(let ie=0;ie<6;ie++)if(b.mipmaps.length>0){Y.__webglFramebuffer[ie]=[];for(let re=0;re<b.mipmaps.length;re++)Y.__webglFramebuffer[ie][re]=i.createFramebuffer()}else Y.__webglFramebuffer[ie]=i.createFramebuffer()}else{if(b.mipmaps.length>0){Y.__webglFramebuffer=[];for(let ie=0;ie<b.mipmaps.length;ie++)Y.__webglFramebuffer[ie]=i.createFramebuffer()}else Y.__webglFramebuffer=i.createFramebuffer();if(Se)for(let ie=0,re=le.length;ie<re;ie++){let ge=n.get(le[ie]);ge.__webglTexture===void 0&&(ge.__webglTexture=i.createTexture(),o.memory.textures++)}if(P.samples>0&&Te(P)===!1){Y.__webglMultisampledFramebuffer=i.createFramebuffer(),Y.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,Y.__webglMultisampledFramebuffer);for(let ie=0;ie<le.length;ie++){let re=le[ie];Y.__webglColorRenderbuffer[ie]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,Y.__webglColorRenderbuffer[ie]);let ge=r.convert(re.format,re.colorSpace),B=r.convert(re.type),ae=A(re.internalFormat,ge,B,re.normalized,re.colorSpace,P.isXRRenderTarget===!0),se=ht(P);i.renderbufferStorageMultisample(i.RENDERBUFFER,se,ae,P.width,P.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ie,i.RENDERBUFFER,Y.__webglColorRenderbuffer[ie])}i.bindRenderbuffer(i.RENDERBUFFER,null),P.depthBuffer&&(Y.__webglDepthRenderbuffer=i.createRenderbuffer(),Ln(Y.__webglDepthRenderbuffer,P,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(ye){t.bindTexture(i.TEXTURE_CUBE_MAP,de.__webglTexture),_t(i.TEXTURE_CUBE_MAP,b);for(let ie=0;ie<6;ie++)if(b.mipmaps.length>0)for(let re=0;re<b.mipmaps.length;re++)Bt(Y.__webglFramebuffer[ie][re],P,b,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,re);else Bt(Y.__webglFramebuffer[ie],P,b,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,0);R(b)?T(i.TEXTURE_CUBE_MAP):b.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}else if(Se){for(let ie=0,re=le.length;ie<re;ie++){let ge=le[ie],B=n.get(ge),ae=i.TEXTURE_2D;(P.isWebGL3DRenderTarget||P.isWebGLArrayRenderTarget)&&(ae=P.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ae,B.__webglTexture),_t(ae,ge),Bt(Y.__webglFramebuffer,P,ge,i.COLOR_ATTACHMENT0+ie,ae,0),R(ge)&&T(ae)}t.unbindTexture()}else{let ie=i.TEXTURE_2D;if((P.isWebGL3DRenderTarget||P.isWebGLArrayRenderTarget)&&(ie=P.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ie,de.__webglTexture),_t(ie,b),b.mipmaps.length>0)for(let re=0;re<b.mipmaps.length;re++)Bt(Y.__webglFramebuffer[re],P,b,i.COLOR_ATTACHMENT0,ie,re);else Bt(Y.__webglFramebuffer,P,b,i.COLOR_ATTACHMENT0,ie,0);R(b)?T(ie):b.mipmaps.length>0&&i.texParameteri(ie,i.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}P.depthBuffer&&Mn(P)}function k(P){let b=P.textures;for(let Y=0,de=b.length;Y<de;Y++){let le=b[Y];if(R(le)&&le.mipmapsAutoUpdate===!0){let ye=L(P),Se=n.get(le).__webglTexture;t.bindTexture(ye,Se),T(ye),t.unbindTexture()}}}let Ie=[];function Ke(P){if(P.samples>0){if(Te(P)===!1){let b=P.textures,Y=P.width,de=P.height,le=i.COLOR_BUFFER_BIT,ye=P.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Se=n.get(P),ie=b.length>1;if(ie)for(let ge=0;ge<b.length;ge++)t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,Se.__webglMultisampledFramebuffer),P.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglFramebuffer);for(let ge=0;ge<b.length;ge++){if(P.resolveDepthBuffer&&(P.depthBuffer&&(le|=i.DEPTH_BUFFER_BIT),P.stencilBuffer&&P.resolveStencilBuffer&&(le|=i.STENCIL_BUFFER_BIT)),ie){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let B=n.get(b[ge]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,B,0)}i.blitFramebuffer(0,0,Y,de,0,0,Y,de,le,i.NEAREST),l===!0&&(Ie.length=0,Ie.push(i.COLOR_ATTACHMENT0+ge),P.depthBuffer&&P.storeMultisampledDepthBuffer===!1&&Ie.push(ye),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,Ie))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ie)for(let ge=0;ge<b.length;ge++){t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let B=n.get(b[ge]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.TEXTURE_2D,B,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglMultisampledFramebuffer)}else if(P.depthBuffer&&P.storeMultisampledDepthBuffer===!1&&l){let b=P.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[b])}}}function ht(P){return Math.min(s.maxSamples,P.samples)}function Te(P){let b=n.get(P);return P.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&b.__useRenderToTexture!==!1}function zt(P){let b=o.render.frame;h.get(P)!==b&&(h.set(P,b),P.update())}function He(P,b){let Y=P.colorSpace,de=P.format,le=P.type;return P.isCompressedTexture===!0||P.isVideoTexture===!0||Y!==ya&&Y!==Os&&(Tt.getTransfer(Y)===Dt?(de!==Yi||le!==li)&&Je("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):nt("WebGLTextures: Unsupported texture color space:",Y)),b}function $e(P){return typeof HTMLImageElement<"u"&&P instanceof HTMLImageElement?(c.width=P.naturalWidth||P.width,c.height=P.naturalHeight||P.height):typeof VideoFrame<"u"&&P instanceof VideoFrame?(c.width=P.displayWidth,c.height=P.displayHeight):(c.width=P.width,c.height=P.height),c}this.allocateTextureUnit=fe,this.resetTextureUnits=te,this.getTextureUnits=oe,this.setTextureUnits=pe,this.setTexture2D=_e,this.setTexture2DArray=ve,this.setTexture3D=Re,this.setTextureCube=we,this.rebindTextures=rn,this.setupRenderTarget=gn,this.updateRenderTargetMipmap=k,this.updateMultisampleRenderTarget=Ke,this.setupDepthRenderbuffer=Mn,this.setupFrameBufferTexture=Bt,this.useMultisampledRTT=Te,this.dispose=q}function E1(i,e){function t(n,s=Os){let r,o=Tt.getTransfer(s);if(n===li)return i.UNSIGNED_BYTE;if(n===Kc)return i.UNSIGNED_SHORT_4_4_4_4;if(n===jc)return i.UNSIGNED_SHORT_5_5_5_1;if(n===Dd)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===Nd)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===Id)return i.BYTE;if(n===Ld)return i.SHORT;if(n===To)return i.UNSIGNED_SHORT;if(n===Jc)return i.INT;if(n===Wi)return i.UNSIGNED_INT;if(n===Xi)return i.FLOAT;if(n===qi)return i.HALF_FLOAT;if(n===Ud)return i.ALPHA;if(n===Od)return i.RGB;if(n===Yi)return i.RGBA;if(n===Rs)return i.DEPTH_COMPONENT;if(n===Us)return i.DEPTH_STENCIL;if(n===Fd)return i.RED;if(n===Qc)return i.RED_INTEGER;if(n===ar)return i.RG;if(n===eh)return i.RG_INTEGER;if(n===th)return i.RGBA_INTEGER;if(n===Ha||n===Wa||n===Xa||n===qa)if(o===Dt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Ha)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Wa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Xa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===qa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Ha)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Wa)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Xa)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===qa)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===nh||n===ih||n===sh||n===rh)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===nh)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===ih)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===sh)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===rh)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===oh||n===ah||n===lh||n===ch||n===hh||n===Ya||n===uh)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===oh||n===ah)return o===Dt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===lh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===ch)return r.COMPRESSED_R11_EAC;if(n===hh)return r.COMPRESSED_SIGNED_R11_EAC;if(n===Ya)return r.COMPRESSED_RG11_EAC;if(n===uh)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===dh||n===fh||n===ph||n===mh||n===gh||n===_h||n===xh||n===yh||n===vh||n===Sh||n===bh||n===Mh||n===wh||n===Th)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===dh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===fh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===ph)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===mh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===gh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===_h)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===xh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===yh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===vh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Sh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===bh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===Mh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===wh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Th)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Eh||n===Ah||n===Ch)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Eh)return o===Dt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===Ah)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===Ch)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===Rh||n===Ph||n===$a||n===Ih)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===Rh)return r.COMPRESSED_RED_RGTC1_EXT;if(n===Ph)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===$a)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Ih)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===Tr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var A1=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,C1=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,of=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Ra(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new cs({vertexShader:A1,fragmentShader:C1,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new bi(new Ia(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},af=class extends Hi{constructor(e,t){super();let n=this,s=null,r=1,o=null,a="local-floor",l=1,c=null,h=null,d=null,u=null,f=null,g=null,v=typeof XRWebGLBinding<"u",m=new of,p={},S=t.getContextAttributes(),R=null,T=null,L=[],A=[],x=new je,E=null,V=null,F=new ii;F.viewport=new nn;let O=new ii;O.viewport=new nn;let G=[F,O],X=new Xc,U=null,q=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ne){let _e=L[ne];return _e===void 0&&(_e=new _o,L[ne]=_e),_e.getTargetRaySpace()},this.getControllerGrip=function(ne){let _e=L[ne];return _e===void 0&&(_e=new _o,L[ne]=_e),_e.getGripSpace()},this.getHand=function(ne){let _e=L[ne];return _e===void 0&&(_e=new _o,L[ne]=_e),_e.getHandSpace()};function J(ne){let _e=A.indexOf(ne.inputSource);if(_e===-1)return;let ve=L[_e];ve!==void 0&&(ve.update(ne.inputSource,ne.frame,c||o),ve.dispatchEvent({type:ne.type,data:ne.inputSource}))}function W(){s.removeEventListener("select",J),s.removeEventListener("selectstart",J),s.removeEventListener("selectend",J),s.removeEventListener("squeeze",J),s.removeEventListener("squeezestart",J),s.removeEventListener("squeezeend",J),s.removeEventListener("end",W),s.removeEventListener("inputsourceschange",ue);for(let ne=0;ne<L.length;ne++){let _e=A[ne];_e!==null&&(A[ne]=null,L[ne].disconnect(_e))}U=null,q=null,m.reset();for(let ne in p)delete p[ne];if(e.setRenderTarget(R),f=null,u=null,d=null,s=null,T=null,fe.stop(),n.isPresenting=!1,e.setPixelRatio(E),e.setSize(x.width,x.height,!1),V!==null){let ne=V.camera;ne.fov=V.fov,ne.zoom=V.zoom,ne.updateProjectionMatrix(),V=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ne){r=ne,n.isPresenting===!0&&Je("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ne){a=ne,n.isPresenting===!0&&Je("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(ne){c=ne},this.getBaseLayer=function(){return u!==null?u:f},this.getBinding=function(){return d===null&&v&&(d=new XRWebGLBinding(s,t)),d},this.getFrame=function(){return g},this.getSession=function(){return s},this.setSession=async function(ne){if(s=ne,s!==null){if(R=e.getRenderTarget(),s.addEventListener("select",J),s.addEventListener("selectstart",J),s.addEventListener("selectend",J),s.addEventListener("squeeze",J),s.addEventListener("squeezestart",J),s.addEventListener("squeezeend",J),s.addEventListener("end",W),s.addEventListener("inputsourceschange",ue),S.xrCompatible!==!0&&await t.makeXRCompatible(),E=e.getPixelRatio(),e.getSize(x),v&&"createProjectionLayer"in XRWebGLBinding.prototype){let ve=null,Re=null,we=null;S.depth&&(we=S.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,ve=S.stencil?Us:Rs,Re=S.stencil?Tr:Wi);let qe={colorFormat:t.RGBA8,depthFormat:we,scaleFactor:r};d=this.getBinding(),u=d.createProjectionLayer(qe),s.updateRenderState({layers:[u]}),e.setPixelRatio(1),e.setSize(u.textureWidth,u.textureHeight,!1),T=new vi(u.textureWidth,u.textureHeight,{format:Yi,type:li,depthTexture:new Ds(u.textureWidth,u.textureHeight,Re,void 0,void 0,void 0,void 0,void 0,void 0,ve),stencilBuffer:S.stencil,colorSpace:e.outputColorSpace,samples:S.antialias?4:0,resolveDepthBuffer:u.ignoreDepthValues===!1,resolveStencilBuffer:u.ignoreDepthValues===!1,storeMultisampledDepthBuffer:u.ignoreDepthValues===!1,storeMultisampledStencilBuffer:u.ignoreDepthValues===!1})}else{let ve={antialias:S.antialias,alpha:!0,depth:S.depth,stencil:S.stencil,framebufferScaleFactor:r};f=new XRWebGLLayer(s,t,ve),s.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),T=new vi(f.framebufferWidth,f.framebufferHeight,{format:Yi,type:li,colorSpace:e.outputColorSpace,stencilBuffer:S.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}T.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await s.requestReferenceSpace(a),fe.setContext(s),fe.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function ue(ne){for(let _e=0;_e<ne.removed.length;_e++){let ve=ne.removed[_e],Re=A.indexOf(ve);Re>=0&&(A[Re]=null,L[Re].disconnect(ve))}for(let _e=0;_e<ne.added.length;_e++){let ve=ne.added[_e],Re=A.indexOf(ve);if(Re===-1){for(let qe=0;qe<L.length;qe++)if(qe>=A.length){A.push(ve),Re=qe;break}else if(A[qe]===null){A[qe]=ve,Re=qe;break}if(Re===-1)break}let we=L[Re];we&&we.connect(ve)}}function Q(ne,_e){_e===null?ne.matrixWorld.copy(ne.matrix):ne.matrixWorld.multiplyMatrices(_e.matrixWorld,ne.matrix),ne.matrixWorldInverse.copy(ne.matrixWorld).invert()}this.updateCamera=function(ne){if(s===null)return;let _e=ne.near,ve=ne.far;m.texture!==null&&(m.depthNear>0&&(_e=m.depthNear),m.depthFar>0&&(ve=m.depthFar)),X.near=O.near=F.near=_e,X.far=O.far=F.far=ve,(U!==X.near||q!==X.far)&&(s.updateRenderState({depthNear:X.near,depthFar:X.far}),U=X.near,q=X.far),X.layers.mask=ne.layers.mask|6,F.layers.mask=X.layers.mask&-5,O.layers.mask=X.layers.mask&-3;let Re=ne.parent,we=X.cameras;Q(X,Re);for(let qe=0;qe<we.length;qe++)Q(we[qe],Re);X.projectionMatrix.copy(F.projectionMatrix),X.projectionMatrixInverse.copy(F.projectionMatrixInverse),V===null&&ne.isPerspectiveCamera&&(V={camera:ne,fov:ne.fov,zoom:ne.zoom}),te(ne,X,Re)};function te(ne,_e,ve){ve===null?ne.matrix.copy(_e.matrixWorld):(ne.matrix.copy(ve.matrixWorld),ne.matrix.invert(),ne.matrix.multiply(_e.matrixWorld)),ne.matrix.decompose(ne.position,ne.quaternion,ne.scale),ne.updateMatrixWorld(!0),ne.projectionMatrix.copy(_e.projectionMatrix),ne.projectionMatrixInverse.copy(_e.projectionMatrixInverse),ne.isPerspectiveCamera&&(ne.fov=po*2*Math.atan(1/ne.projectionMatrix.elements[5]),ne.zoom=1)}this.getCamera=function(){return X},this.getFoveation=function(){if(!(u===null&&f===null))return l},this.setFoveation=function(ne){l=ne,u!==null&&(u.fixedFoveation=ne),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=ne)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(X)},this.getCameraTexture=function(ne){return p[ne]};let oe=null;function pe(ne,_e){if(h=_e.getViewerPose(c||o),g=_e,h!==null){let ve=h.views;f!==null&&(e.setRenderTargetFramebuffer(T,f.framebuffer),e.setRenderTarget(T));let Re=!1;ve.length!==X.cameras.length&&(X.cameras.length=0,Re=!0);for(let We=0;We<ve.length;We++){let _t=ve[We],pt=null;if(f!==null)pt=f.getViewport(_t);else{let Qt=d.getViewSubImage(u,_t);pt=Qt.viewport,We===0&&(e.setRenderTargetTextures(T,Qt.colorTexture,Qt.depthStencilTexture),e.setRenderTarget(T))}let rt=G[We];rt===void 0&&(rt=new ii,rt.layers.enable(We),rt.viewport=new nn,G[We]=rt),rt.matrix.fromArray(_t.transform.matrix),rt.matrix.decompose(rt.position,rt.quaternion,rt.scale),rt.projectionMatrix.fromArray(_t.projectionMatrix),rt.projectionMatrixInverse.copy(rt.projectionMatrix).invert(),rt.viewport.set(pt.x,pt.y,pt.width,pt.height),We===0&&(X.matrix.copy(rt.matrix),X.matrix.decompose(X.position,X.quaternion,X.scale)),Re===!0&&X.cameras.push(rt)}let we=s.enabledFeatures;if(we&&we.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&v){d=n.getBinding();let We=d.getDepthInformation(ve[0]);We&&We.isValid&&We.texture&&m.init(We,s.renderState)}if(we&&we.includes("camera-access")&&v){e.state.unbindTexture(),d=n.getBinding();for(let We=0;We<ve.length;We++){let _t=ve[We].camera;if(_t){let pt=p[_t];pt||(pt=new Ra,p[_t]=pt);let rt=d.getCameraImage(_t);pt.sourceTexture=rt}}}}for(let ve=0;ve<L.length;ve++){let Re=A[ve],we=L[ve];Re!==null&&we!==void 0&&we.update(Re,_e,c||o)}oe&&oe(ne,_e),_e.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:_e}),g=null}let fe=new l0;fe.setAnimationLoop(pe),this.setAnimationLoop=function(ne){oe=ne},this.dispose=function(){}}},R1=new Wt,x0=new st;x0.set(-1,0,0,0,1,0,0,0,1);function P1(i,e){function t(m,p){m.matrixAutoUpdate===!0&&m.updateMatrix(),p.value.copy(m.matrix)}function n(m,p){p.color.getRGB(m.fogColor.value,Yd(i)),p.isFog?(m.fogNear.value=p.near,m.fogFar.value=p.far):p.isFogExp2&&(m.fogDensity.value=p.density)}function s(m,p,S,R,T){p.isNodeMaterial?p.uniformsNeedUpdate=!1:p.isMeshBasicMaterial?r(m,p):p.isMeshLambertMaterial?(r(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshToonMaterial?(r(m,p),d(m,p)):p.isMeshPhongMaterial?(r(m,p),h(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshStandardMaterial?(r(m,p),u(m,p),p.isMeshPhysicalMaterial&&f(m,p,T)):p.isMeshMatcapMaterial?(r(m,p),g(m,p)):p.isMeshDepthMaterial?r(m,p):p.isMeshDistanceMaterial?(r(m,p),v(m,p)):p.isMeshNormalMaterial?r(m,p):p.isLineBasicMaterial?(o(m,p),p.isLineDashedMaterial&&a(m,p)):p.isPointsMaterial?l(m,p,S,R):p.isSpriteMaterial?c(m,p):p.isShadowMaterial?(m.color.value.copy(p.color),m.opacity.value=p.opacity):p.isShaderMaterial&&(p.uniformsNeedUpdate=!1)}function r(m,p){m.opacity.value=p.opacity,p.color&&m.diffuse.value.copy(p.color),p.emissive&&m.emissive.value.copy(p.emissive).multiplyScalar(p.emissiveIntensity),p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.bumpMap&&(m.bumpMap.value=p.bumpMap,t(p.bumpMap,m.bumpMapTransform),m.bumpScale.value=p.bumpScale,p.side===ri&&(m.bumpScale.value*=-1)),p.normalMap&&(m.normalMap.value=p.normalMap,t(p.normalMap,m.normalMapTransform),m.normalScale.value.copy(p.normalScale),p.side===ri&&m.normalScale.value.negate()),p.displacementMap&&(m.displacementMap.value=p.displacementMap,t(p.displacementMap,m.displacementMapTransform),m.displacementScale.value=p.displacementScale,m.displacementBias.value=p.displacementBias),p.emissiveMap&&(m.emissiveMap.value=p.emissiveMap,t(p.emissiveMap,m.emissiveMapTransform)),p.specularMap&&(m.specularMap.value=p.specularMap,t(p.specularMap,m.specularMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest);let S=e.get(p),R=S.envMap,T=S.envMapRotation;R&&(m.envMap.value=R,m.envMapRotation.value.setFromMatrix4(R1.makeRotationFromEuler(T)).transpose(),R.isCubeTexture&&R.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(x0),m.reflectivity.value=p.reflectivity,m.ior.value=p.ior,m.refractionRatio.value=p.refractionRatio),p.lightMap&&(m.lightMap.value=p.lightMap,m.lightMapIntensity.value=p.lightMapIntensity,t(p.lightMap,m.lightMapTransform)),p.aoMap&&(m.aoMap.value=p.aoMap,m.aoMapIntensity.value=p.aoMapIntensity,t(p.aoMap,m.aoMapTransform))}function o(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform))}function a(m,p){m.dashSize.value=p.dashSize,m.totalSize.value=p.dashSize+p.gapSize,m.scale.value=p.scale}function l(m,p,S,R){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.size.value=p.size*S,m.scale.value=R*.5,p.map&&(m.map.value=p.map,t(p.map,m.uvTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function c(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.rotation.value=p.rotation,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function h(m,p){m.specular.value.copy(p.specular),m.shininess.value=Math.max(p.shininess,1e-4)}function d(m,p){p.gradientMap&&(m.gradientMap.value=p.gradientMap)}function u(m,p){m.metalness.value=p.metalness,p.metalnessMap&&(m.metalnessMap.value=p.metalnessMap,t(p.metalnessMap,m.metalnessMapTransform)),m.roughness.value=p.roughness,p.roughnessMap&&(m.roughnessMap.value=p.roughnessMap,t(p.roughnessMap,m.roughnessMapTransform)),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)}function f(m,p,S){m.ior.value=p.ior,p.diffuseRoughness>0&&(m.diffuseRoughness.value=p.diffuseRoughness,p.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=p.diffuseRoughnessMap,t(p.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),p.sheen>0&&(m.sheenColor.value.copy(p.sheenColor).multiplyScalar(p.sheen),m.sheenRoughness.value=p.sheenRoughness,p.sheenColorMap&&(m.sheenColorMap.value=p.sheenColorMap,t(p.sheenColorMap,m.sheenColorMapTransform)),p.sheenRoughnessMap&&(m.sheenRoughnessMap.value=p.sheenRoughnessMap,t(p.sheenRoughnessMap,m.sheenRoughnessMapTransform))),p.clearcoat>0&&(m.clearcoat.value=p.clearcoat,m.clearcoatRoughness.value=p.clearcoatRoughness,p.clearcoatMap&&(m.clearcoatMap.value=p.clearcoatMap,t(p.clearcoatMap,m.clearcoatMapTransform)),p.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=p.clearcoatRoughnessMap,t(p.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),p.clearcoatNormalMap&&(m.clearcoatNormalMap.value=p.clearcoatNormalMap,t(p.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(p.clearcoatNormalScale),p.side===ri&&m.clearcoatNormalScale.value.negate())),p.dispersion>0&&(m.dispersion.value=p.dispersion),p.retroreflectivity>0&&(m.retroreflectivity.value=p.retroreflectivity),p.iridescence>0&&(m.iridescence.value=p.iridescence,m.iridescenceIOR.value=p.iridescenceIOR,m.iridescenceThicknessMinimum.value=p.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=p.iridescenceThicknessMaximum,p.iridescenceMap&&(m.iridescenceMap.value=p.iridescenceMap,t(p.iridescenceMap,m.iridescenceMapTransform)),p.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=p.iridescenceThicknessMap,t(p.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),p.transmission>0&&(m.transmission.value=p.transmission,m.transmissionSamplerMap.value=S.texture,m.transmissionSamplerSize.value.set(S.width,S.height),p.transmissionMap&&(m.transmissionMap.value=p.transmissionMap,t(p.transmissionMap,m.transmissionMapTransform)),m.thickness.value=p.thickness,p.thicknessMap&&(m.thicknessMap.value=p.thicknessMap,t(p.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=p.attenuationDistance,m.attenuationColor.value.copy(p.attenuationColor)),p.anisotropy>0&&(m.anisotropyVector.value.set(p.anisotropy*Math.cos(p.anisotropyRotation),p.anisotropy*Math.sin(p.anisotropyRotation)),p.anisotropyMap&&(m.anisotropyMap.value=p.anisotropyMap,t(p.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=p.specularIntensity,m.specularColor.value.copy(p.specularColor),p.specularColorMap&&(m.specularColorMap.value=p.specularColorMap,t(p.specularColorMap,m.specularColorMapTransform)),p.specularIntensityMap&&(m.specularIntensityMap.value=p.specularIntensityMap,t(p.specularIntensityMap,m.specularIntensityMapTransform))}function g(m,p){p.matcap&&(m.matcap.value=p.matcap)}function v(m,p){let S=e.get(p).light;m.referencePosition.value.setFromMatrixPosition(S.matrixWorld),m.nearDistance.value=S.shadow.camera.near,m.farDistance.value=S.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function I1(i,e,t,n){let s={},r={};function o(S,R){let T=R.program;n.uniformBlockBinding(S,T,s[S.id])}function a(S,R){let T=s[S.id];T===void 0&&(g(S),T=l(S),s[S.id]=T,S.addEventListener("dispose",m));let L=R.program;n.updateUBOMapping(S,L);let A=e.render.frame;r[S.id]!==A&&(c(S),r[S.id]=A)}function l(S){let R=i.createBuffer(),T=S.__size,L=S.usage;return i.bindBuffer(i.UNIFORM_BUFFER,R),i.bufferData(i.UNIFORM_BUFFER,T,L),i.bindBuffer(i.UNIFORM_BUFFER,null),R}function c(S){let R=s[S.id],T=S.uniforms,L=S.__cache;i.bindBuffer(i.UNIFORM_BUFFER,R);for(let A=0,x=T.length;A<x;A++){let E=T[A];if(Array.isArray(E))for(let V=0,F=E.length;V<F;V++)h(E[V],A,V,L);else h(E,A,0,L)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(S,R,T,L){if(u(S,R,T,L)===!0){let A=S.__offset,x=S.value;if(Array.isArray(x)){let E=0;for(let V=0;V<x.length;V++){let F=x[V],O=v(F,!0);d(F,S.__data,E),E+=O.storage/Float32Array.BYTES_PER_ELEMENT}}else d(x,S.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,A,S.__data)}}function d(S,R,T){typeof S=="number"||typeof S=="boolean"?R[T]=S:S.isMatrix3?(R[T]=S.elements[0],R[T+1]=S.elements[1],R[T+2]=S.elements[2],R[T+3]=0,R[T+4]=S.elements[3],R[T+5]=S.elements[4],R[T+6]=S.elements[5],R[T+7]=0,R[T+8]=S.elements[6],R[T+9]=S.elements[7],R[T+10]=S.elements[8],R[T+11]=0):ArrayBuffer.isView(S)?R.set(S.subarray(0,R.length-T),T):S.toArray(R,T)}function u(S,R,T,L){let A=S.value,x=R+"_"+T;if(Array.isArray(A)){L[x]===void 0&&(L[x]=[]);let E=L[x],V=!1;for(let F=0;F<A.length;F++)f(A[F],E,F)===!0&&(V=!0);return V}return f(A,L,x)}function f(S,R,T){if(R[T]===void 0)return typeof S=="number"||typeof S=="boolean"?R[T]=S:ArrayBuffer.isView(S)?R[T]=S.slice():R[T]=S.clone(),!0;{let L=R[T];if(typeof S=="number"||typeof S=="boolean"){if(L!==S)return R[T]=S,!0}else{if(ArrayBuffer.isView(S))return!0;if(L.equals(S)===!1)return L.copy(S),!0}}return!1}function g(S){let R=S.uniforms,T=0,L=16;for(let x=0,E=R.length;x<E;x++){let V=Array.isArray(R[x])?R[x]:[R[x]];for(let F=0,O=V.length;F<O;F++){let G=V[F],X=Array.isArray(G.value)?G.value:[G.value],U=Array.isArray(R[x])||Array.isArray(G.value),q=T;for(let W=0,ue=X.length;W<ue;W++){let Q=X[W],te=v(Q,U),oe=T%L,pe=oe%te.boundary,fe=oe+pe;T+=pe,fe!==0&&L-fe<te.storage&&(T+=L-fe),W===0&&(q=T),T+=te.storage}let J=G.type==="int"?Int32Array:G.type==="uint"?Uint32Array:Float32Array;G.__data=new J((T-q)/Float32Array.BYTES_PER_ELEMENT),G.__offset=q}}let A=T%L;return A>0&&(T+=L-A),S.__size=T,S.__cache={},this}function v(S,R){let T={boundary:0,storage:0};return typeof S=="number"||typeof S=="boolean"?(T.boundary=4,T.storage=4):S.isVector2?(T.boundary=8,T.storage=8):S.isVector3||S.isColor?(T.boundary=16,T.storage=12):S.isVector4?(T.boundary=16,T.storage=16):S.isMatrix3?(T.boundary=16,T.storage=48):S.isMatrix4?(T.boundary=16,T.storage=64):S.isTexture?Je("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(S)?(T.boundary=16,T.storage=S.byteLength):Je("WebGLRenderer: Unsupported uniform value type.",S),R===!0&&(T.boundary=16,T.storage=Math.ceil(T.storage/16)*16),T}function m(S){let R=S.target;R.removeEventListener("dispose",m),i.deleteBuffer(s[R.id]),delete s[R.id],delete r[R.id]}function p(){for(let S in s)i.deleteBuffer(s[S]);s={},r={}}return{bind:o,update:a,dispose:p}}var L1=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),us=null;function D1(){return us===null&&(us=new Tc(L1,16,16,ar,qi),us.name="DFG_LUT",us.minFilter=si,us.magFilter=si,us.wrapS=os,us.wrapT=os,us.generateMipmaps=!1,us.needsUpdate=!0),us}var Oh=class{constructor(e={}){let{canvas:t=Ig(),context:n=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:d=!1,reversedDepthBuffer:u=!1,outputBufferType:f=li}=e;this.isWebGLRenderer=!0;let g;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=n.getContextAttributes().alpha}else g=o;let v=f,m=new Set([th,eh,Qc]),p=new Set([li,Wi,To,Tr,Kc,jc]),S=new Uint32Array(4),R=new Int32Array(4),T={textures:[],min:[],max:[],resolution:[]},L=null,A=null,x=[],E=[],V=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=hs,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let F=this,O=!1,G=null,X=null,U=null,q=null;this._outputColorSpace=gi;let J=0,W=0,ue=null,Q=-1,te=null,oe=new nn,pe=new nn,fe=null,ne=new St(0),_e=0,ve=t.width,Re=t.height,we=1,qe=null,ct=null,We=new nn(0,0,ve,Re),_t=new nn(0,0,ve,Re),pt=!1,rt=new er,Qt=new Ec,Ht=!1,mn=!1,Bt=new Wt,Ln=new $,At=new nn,Mn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},rn=!1;function gn(){return ue===null?we:1}let k=n;function Ie(w,z){return t.getContext(w,z)}let Ke,ht,Te,zt,He,$e,P,b,Y,de,le,ye,Se,ie,re,ge,B,ae,se,Ee,xe,Me,Xe;try{let w={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:d};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",ze,!1),t.addEventListener("webglcontextrestored",tt,!1),t.addEventListener("webglcontextcreationerror",Pe,!1),k===null){let z="webgl2";if(k=Ie(z,w),k===null)throw Ie(z)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}et()}catch(w){throw t.removeEventListener("webglcontextlost",ze,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),nt("WebGLRenderer: "+w.message),w}function et(){Ke=new WM(k),Ke.init(),xe=new E1(k,Ke),ht=new DM(k,Ke,e,xe),Te=new w1(k,Ke),ht.reversedDepthBuffer&&u&&Te.buffers.depth.setReversed(!0),X=k.createFramebuffer(),U=k.createFramebuffer(),q=k.createFramebuffer(),zt=new YM(k),He=new h1,$e=new T1(k,Ke,Te,He,ht,xe,zt),P=new HM(F),b=new Zv(k),Me=new IM(k,b),Y=new XM(k,b,zt,Me),de=new ZM(k,Y,b,Me,zt),ae=new $M(k,ht,$e),re=new NM(He),le=new c1(F,P,Ke,ht,Me,re),ye=new P1(F,He),Se=new d1,ie=new x1(Ke),B=new PM(F,P,Te,de,g,l),ge=new M1(F,de,ht),Xe=new I1(k,zt,ht,Te),se=new LM(k,Ke,zt),Ee=new qM(k,Ke,zt),zt.programs=le.programs,F.capabilities=ht,F.extensions=Ke,F.properties=He,F.renderLists=Se,F.shadowMap=ge,F.state=Te,F.info=zt}v!==li&&(V=new KM(v,t.width,t.height,a,s,r));let he=new af(F,k);this.xr=he,this.getContext=function(){return k},this.getContextAttributes=function(){return k.getContextAttributes()},this.forceContextLoss=function(){let w=Ke.get("WEBGL_lose_context");w&&w.loseContext()},this.forceContextRestore=function(){let w=Ke.get("WEBGL_lose_context");w&&w.restoreContext()},this.getPixelRatio=function(){return we},this.setPixelRatio=function(w){w!==void 0&&(we=w,this.setSize(ve,Re,!1))},this.getSize=function(w){return w.set(ve,Re)},this.setSize=function(w,z,ee=!0){if(he.isPresenting){Je("WebGLRenderer: Can't change size while VR device is presenting.");return}ve=w,Re=z,t.width=Math.floor(w*we),t.height=Math.floor(z*we),ee===!0&&(t.style.width=w+"px",t.style.height=z+"px"),V!==null&&V.setSize(t.width,t.height),this.setViewport(0,0,w,z)},this.getDrawingBufferSize=function(w){return w.set(ve*we,Re*we).floor()},this.setDrawingBufferSize=function(w,z,ee){ve=w,Re=z,we=ee,t.width=Math.floor(w*ee),t.height=Math.floor(z*ee),this.setViewport(0,0,w,z)},this.setEffects=function(w){if(v===li){nt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(w){for(let z=0;z<w.length;z++)if(w[z].isOutputPass===!0){Je("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}V.setEffects(w||[])},this.getCurrentViewport=function(w){return w.copy(oe)},this.getViewport=function(w){return w.copy(We)},this.setViewport=function(w,z,ee,Z){w.isVector4?We.set(w.x,w.y,w.z,w.w):We.set(w,z,ee,Z),Te.viewport(oe.copy(We).multiplyScalar(gn()).round())},this.getScissor=function(w){return w.copy(_t)},this.setScissor=function(w,z,ee,Z){w.isVector4?_t.set(w.x,w.y,w.z,w.w):_t.set(w,z,ee,Z),Te.scissor(pe.copy(_t).multiplyScalar(gn()).round())},this.getScissorTest=function(){return pt},this.setScissorTest=function(w){Te.setScissorTest(pt=w)},this.setOpaqueSort=function(w){qe=w},this.setTransparentSort=function(w){ct=w},this.getClearColor=function(w){return w.copy(B.getClearColor())},this.setClearColor=function(){B.setClearColor(...arguments)},this.getClearAlpha=function(){return B.getClearAlpha()},this.setClearAlpha=function(){B.setClearAlpha(...arguments)},this.clear=function(w=!0,z=!0,ee=!0){let Z=0;if(w){let K=!1;if(ue!==null){let Ae=ue.texture.format;K=m.has(Ae)}if(K){let Ae=ue.texture.type,Le=p.has(Ae),Ce=B.getClearColor(),De=B.getClearAlpha(),Ge=Ce.r,it=Ce.g,xt=Ce.b;Le?(S[0]=Ge,S[1]=it,S[2]=xt,S[3]=De,k.clearBufferuiv(k.COLOR,0,S)):(R[0]=Ge,R[1]=it,R[2]=xt,R[3]=De,k.clearBufferiv(k.COLOR,0,R))}else Z|=k.COLOR_BUFFER_BIT}z&&(Z|=k.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),ee&&(Z|=k.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),Z!==0&&k.clear(Z)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(w){w.setRenderer(this),G=w},this.dispose=function(){t.removeEventListener("webglcontextlost",ze,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),B.dispose(),Se.dispose(),ie.dispose(),$e.dispose(),He.dispose(),P.dispose(),de.dispose(),Y.dispose(),Me.dispose(),Xe.dispose(),le.dispose(),he.dispose(),he.removeEventListener("sessionstart",ul),he.removeEventListener("sessionend",Ki),ps.stop()};function ze(w){w.preventDefault(),Gd("WebGLRenderer: Context Lost."),O=!0}function tt(){Gd("WebGLRenderer: Context Restored."),O=!1;let w=zt.autoReset,z=ge.enabled,ee=ge.autoUpdate,Z=ge.needsUpdate,K=ge.type;et(),zt.autoReset=w,ge.enabled=z,ge.autoUpdate=ee,ge.needsUpdate=Z,ge.type=K}function Pe(w){nt("WebGLRenderer: A WebGL context could not be created. Reason: ",w.statusMessage)}function dt(w){let z=w.target;z.removeEventListener("dispose",dt),Xt(z)}function Xt(w){Kn(w),He.remove(w)}function Kn(w){let z=He.get(w).programs;z!==void 0&&(z.forEach(function(ee){le.releaseProgram(ee)}),w.isShaderMaterial&&le.releaseShaderCache(w))}this.renderBufferDirect=function(w,z,ee,Z,K,Ae){z===null&&(z=Mn);let Le=K.isMesh&&K.matrixWorld.determinantAffine()<0,Ce=Xo(w,z,ee,Z,K);Te.setMaterial(Z,Le);let De=ee.index,Ge=1;if(Z.wireframe===!0){if(De=Y.getWireframeAttribute(ee),De===void 0)return;Ge=2}let it=ee.drawRange,xt=ee.attributes.position,Ve=it.start*Ge,yt=(it.start+it.count)*Ge;Ae!==null&&(Ve=Math.max(Ve,Ae.start*Ge),yt=Math.min(yt,(Ae.start+Ae.count)*Ge)),De!==null?(Ve=Math.max(Ve,0),yt=Math.min(yt,De.count)):xt!=null&&(Ve=Math.max(Ve,0),yt=Math.min(yt,xt.count));let sn=yt-Ve;if(sn<0||sn===1/0)return;Me.setup(K,Z,Ce,ee,De);let Ut,Ot=se;if(De!==null&&(Ut=b.get(De),Ot=Ee,Ot.setIndex(Ut)),K.isMesh)Z.wireframe===!0?(Te.setLineWidth(Z.wireframeLinewidth*gn()),Ot.setMode(k.LINES)):Ot.setMode(k.TRIANGLES);else if(K.isLine){let wn=Z.linewidth;wn===void 0&&(wn=1),Te.setLineWidth(wn*gn()),K.isLineSegments?Ot.setMode(k.LINES):K.isLineLoop?Ot.setMode(k.LINE_LOOP):Ot.setMode(k.LINE_STRIP)}else K.isPoints?Ot.setMode(k.POINTS):K.isSprite&&Ot.setMode(k.TRIANGLES);if(K.isBatchedMesh)if(Ke.get("WEBGL_multi_draw"))Ot.renderMultiDraw(K._multiDrawStarts,K._multiDrawCounts,K._multiDrawCount);else{let wn=K._multiDrawStarts,Be=K._multiDrawCounts,_n=K._multiDrawCount,wt=De?b.get(De).bytesPerElement:1,gs=He.get(Z).currentProgram.getUniforms();for(let xn=0;xn<_n;xn++)gs.setValue(k,"_gl_DrawID",xn),Ot.render(wn[xn]/wt,Be[xn])}else if(K.isInstancedMesh)Ot.renderInstances(Ve,sn,K.count);else if(ee.isInstancedBufferGeometry){let wn=ee._maxInstanceCount!==void 0?ee._maxInstanceCount:1/0,Be=Math.min(ee.instanceCount,wn);Ot.renderInstances(Ve,sn,Be)}else Ot.render(Ve,sn)};function Go(w,z,ee,Z){G!==null&&w.isNodeMaterial&&G.setObject(Z,w),Ht===!0&&re.setState(w,ee,!1),w.transparent===!0&&w.side===Di&&w.forceSinglePass===!1?(w.side=ri,w.needsUpdate=!0,ji(w,z,Z),w.side=or,w.needsUpdate=!0,ji(w,z,Z),w.side=Di):ji(w,z,Z)}this.compile=function(w,z,ee=null){ee===null&&(ee=w),G!==null&&G.renderStart(w,z,ee),A=ie.get(ee),A.init(z),E.push(A),ee.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),w!==ee&&w.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),A.setupLights(),G!==null&&G.updateLights(A.state.lightsArray),mn=this.localClippingEnabled,Ht=re.init(this.clippingPlanes,mn),Ht===!0&&re.setGlobalState(this.clippingPlanes,z),G!==null&&ge.render(A.state.shadowsArray,ee,z);let Z=new Set;return w.traverse(function(K){if(!(K.isMesh||K.isPoints||K.isLine||K.isSprite))return;let Ae=K.material;if(Ae)if(Array.isArray(Ae))for(let Le=0;Le<Ae.length;Le++){let Ce=Ae[Le];Go(Ce,ee,z,K),Z.add(Ce)}else Go(Ae,ee,z,K),Z.add(Ae)}),A=E.pop(),G!==null&&G.renderEnd(),Z},this.compileAsync=function(w,z,ee=null){let Z=this.compile(w,z,ee);return new Promise(K=>{function Ae(){if(Z.forEach(function(Le){let De=He.get(Le).currentProgram;(De===void 0||De.isReady())&&Z.delete(Le)}),Z.size===0){K(w);return}setTimeout(Ae,10)}Ke.get("KHR_parallel_shader_compile")!==null?Ae():setTimeout(Ae,10)})};let Dr=null;function xu(w){Dr&&Dr(w)}function ul(){ps.stop()}function Ki(){ps.start()}let ps=new l0;ps.setAnimationLoop(xu),typeof self<"u"&&ps.setContext(self),this.setAnimationLoop=function(w){Dr=w,he.setAnimationLoop(w),w===null?ps.stop():ps.start()},he.addEventListener("sessionstart",ul),he.addEventListener("sessionend",Ki),this.render=function(w,z){if(z!==void 0&&z.isCamera!==!0){nt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(O===!0)return;G!==null&&G.renderStart(w,z);let ee=he.enabled===!0&&he.isPresenting===!0,Z=V!==null&&(ue===null||ee)&&V.begin(F,ue);if(w.matrixWorldAutoUpdate===!0&&w.updateMatrixWorld(),z.parent===null&&z.matrixWorldAutoUpdate===!0&&z.updateMatrixWorld(),he.enabled===!0&&he.isPresenting===!0&&(V===null||V.isCompositing()===!1)&&(he.cameraAutoUpdate===!0&&he.updateCamera(z),z=he.getCamera()),w.isScene===!0&&w.onBeforeRender(F,w,z,ue),A=ie.get(w,E.length),A.init(z),A.state.textureUnits=$e.getTextureUnits(),E.push(A),Bt.multiplyMatrices(z.projectionMatrix,z.matrixWorldInverse),z.isArrayCamera?Qt.setFromArrayCamera(z):rt.setFromProjectionMatrix(Bt,Li,z.reversedDepth),mn=this.localClippingEnabled,Ht=re.init(this.clippingPlanes,mn),L=Se.get(w,x.length),L.init(),x.push(L),this.info.render.frame++,he.enabled===!0&&he.isPresenting===!0){let Le=F.xr.getDepthSensingMesh();Le!==null&&ms(Le,z,-1/0,F.sortObjects)}ms(w,z,0,F.sortObjects),L.finish(),G!==null&&G.updateLights(A.state.lightsArray),F.sortObjects===!0&&L.sort(qe,ct),rn=he.enabled===!1||he.isPresenting===!1||he.hasDepthSensing()===!1,rn&&B.addToRenderList(L,w),this.info.autoReset===!0&&this.info.reset(),Ht===!0&&re.beginShadows();let K=A.state.shadowsArray;if(ge.render(K,w,z),Ht===!0&&re.endShadows(),(Z&&V.hasRenderPass())===!1){let Le=L.opaque,Ce=L.transmissive;if(A.setupLights(),z.isArrayCamera){let De=z.cameras;if(Ce.length>0)for(let Ge=0,it=De.length;Ge<it;Ge++){let xt=De[Ge];Oi(Le,Ce,w,xt)}rn&&B.render(w);for(let Ge=0,it=De.length;Ge<it;Ge++){let xt=De[Ge];Ho(L,w,xt,xt.viewport)}}else Ce.length>0&&Oi(Le,Ce,w,z),rn&&B.render(w),Ho(L,w,z)}ue!==null&&W===0&&($e.updateMultisampleRenderTarget(ue),$e.updateRenderTargetMipmap(ue)),Z&&V.end(F),w.isScene===!0&&w.onAfterRender(F,w,z),Me.resetDefaultState(),Q=-1,te=null,E.pop(),E.length>0?(A=E[E.length-1],$e.setTextureUnits(A.state.textureUnits),Ht===!0&&re.setGlobalState(F.clippingPlanes,A.state.camera)):A=null,x.pop(),x.length>0?L=x[x.length-1]:L=null,G!==null&&G.renderEnd()};function ms(w,z,ee,Z){if(w.visible===!1)return;if(w.layers.test(z.layers)){if(w.isGroup)ee=w.renderOrder;else if(w.isLOD)w.autoUpdate===!0&&w.update(z);else if(w.isLight)A.pushLight(w),w.castShadow&&A.pushShadow(w);else if(w.isSprite){let Le=z.isArrayCamera?Qt:rt;if(!w.frustumCulled||w.intersectsFrustum(Le)){Z&&At.setFromMatrixPosition(w.matrixWorld).applyMatrix4(Bt);let Ce=de.update(w),De=w.material;De.visible&&L.push(w,Ce,De,ee,At.z,null,z)}}else if(w.isMesh||w.isLine||w.isPoints){let Le=z.isArrayCamera?Qt:rt;if(!w.frustumCulled||w.intersectsFrustum(Le)){let Ce=de.update(w),De=w.material;if(Z&&(w.boundingSphere!==void 0?(w.boundingSphere===null&&w.computeBoundingSphere(),At.copy(w.boundingSphere.center)):(Ce.boundingSphere===null&&Ce.computeBoundingSphere(),At.copy(Ce.boundingSphere.center)),At.applyMatrix4(w.matrixWorld).applyMatrix4(Bt)),Array.isArray(De)){let Ge=Ce.groups;for(let it=0,xt=Ge.length;it<xt;it++){let Ve=Ge[it],yt=De[Ve.materialIndex];yt&&yt.visible&&L.push(w,Ce,yt,ee,At.z,Ve,z)}}else De.visible&&L.push(w,Ce,De,ee,At.z,null,z)}}}let Ae=w.children;for(let Le=0,Ce=Ae.length;Le<Ce;Le++)ms(Ae[Le],z,ee,Z)}function Ho(w,z,ee,Z){let{opaque:K,transmissive:Ae,transparent:Le}=w;A.setupLightsView(ee),Ht===!0&&re.setGlobalState(F.clippingPlanes,ee),Z&&Te.viewport(oe.copy(Z)),K.length>0&&on(K,z,ee),Ae.length>0&&on(Ae,z,ee),Le.length>0&&on(Le,z,ee),Te.buffers.depth.setTest(!0),Te.buffers.depth.setMask(!0),Te.buffers.color.setMask(!0),Te.setPolygonOffset(!1)}function Oi(w,z,ee,Z){if((ee.isScene===!0?ee.overrideMaterial:null)!==null)return;if(A.state.transmissionRenderTarget[Z.id]===void 0){let Ve=Ke.has("EXT_color_buffer_half_float")||Ke.has("EXT_color_buffer_float");A.state.transmissionRenderTarget[Z.id]=new vi(1,1,{generateMipmaps:!0,type:Ve?qi:li,minFilter:Ns,samples:Math.max(4,ht.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:Tt.workingColorSpace})}let Ae=A.state.transmissionRenderTarget[Z.id],Le=Z.viewport||oe;Ae.setSize(Le.z*F.transmissionResolutionScale,Le.w*F.transmissionResolutionScale);let Ce=F.getRenderTarget(),De=F.getActiveCubeFace(),Ge=F.getActiveMipmapLevel();F.setRenderTarget(Ae),F.getClearColor(ne),_e=F.getClearAlpha(),_e<1&&F.setClearColor(16777215,.5),F.clear(),rn&&B.render(ee);let it=F.toneMapping;F.toneMapping=hs;let xt=Z.viewport;if(Z.viewport!==void 0&&(Z.viewport=void 0),A.setupLightsView(Z),Ht===!0&&re.setGlobalState(F.clippingPlanes,Z),on(w,ee,Z),$e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae),Ke.has("WEBGL_multisampled_render_to_texture")===!1){let Ve=!1;for(let yt=0,sn=z.length;yt<sn;yt++){let Ut=z[yt],{object:Ot,geometry:wn,material:Be,group:_n}=Ut;if(Be.side===Di&&Ot.layers.test(Z.layers)){let wt=Be.side;Be.side=ri,Be.needsUpdate=!0,dn(Ot,ee,Z,wn,Be,_n),Be.side=wt,Be.needsUpdate=!0,Ve=!0}}Ve===!0&&($e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae))}F.setRenderTarget(Ce,De,Ge),F.setClearColor(ne,_e),xt!==void 0&&(Z.viewport=xt),F.toneMapping=it}function on(w,z,ee){let Z=z.isScene===!0?z.overrideMaterial:null;for(let K=0,Ae=w.length;K<Ae;K++){let Le=w[K],{object:Ce,geometry:De,group:Ge}=Le,it=Le.material;it.allowOverride===!0&&Z!==null&&(it=Z),Ce.layers.test(ee.layers)&&dn(Ce,z,ee,De,it,Ge)}}function dn(w,z,ee,Z,K,Ae){G!==null&&K.isNodeMaterial&&G.setObject(w,K),w.onBeforeRender(F,z,ee,Z,K,Ae),w.modelViewMatrix.multiplyMatrices(ee.matrixWorldInverse,w.matrixWorld),w.normalMatrix.getNormalMatrix(w.modelViewMatrix),K.onBeforeRender(F,z,ee,Z,w,Ae),K.transparent===!0&&K.side===Di&&K.forceSinglePass===!1?(K.side=ri,K.needsUpdate=!0,F.renderBufferDirect(ee,z,Z,K,w,Ae),K.side=or,K.needsUpdate=!0,F.renderBufferDirect(ee,z,Z,K,w,Ae),K.side=Di):F.renderBufferDirect(ee,z,Z,K,w,Ae),w.onAfterRender(F,z,ee,Z,K,Ae)}function fn(w){let z=0;for(let ee of w)ee.texture!==null&&z++;return z}function ji(w,z,ee){z.isScene!==!0&&(z=Mn);let Z=He.get(w),K=A.state.lights,Ae=A.state.shadowsArray,Le=K.state.version,Ce=le.getParameters(w,K.state,Ae,z,ee,A.state.lightProbeGridArray),De=le.getProgramCacheKey(Ce),Ge=Z.programs;Z.environment=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?z.environment:null,Z.fog=z.fog;let it=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap;Z.envMap=P.get(w.envMap||Z.environment,it),Z.envMapRotation=Z.environment!==null&&w.envMap===null?z.environmentRotation:w.envMapRotation,Ge===void 0&&(w.addEventListener("dispose",dt),Ge=new Map,Z.programs=Ge,Z.programVariants=new Map);let xt=Ge.get(De);if(xt!==void 0){if(Z.currentProgram===xt&&Z.lightsStateVersion===Le)return Wo(w,Ce),xt}else Ce.uniforms=le.getUniforms(w),G!==null&&w.isNodeMaterial&&G.build(w,ee,Ce),w.onBeforeCompile(Ce,F),xt=le.acquireProgram(Ce,De),Ge.set(De,xt),Z.uniforms=Ce.uniforms;let Ve=Z.uniforms;return(!w.isShaderMaterial&&!w.isRawShaderMaterial||w.clipping===!0)&&(Ve.clippingPlanes=re.uniform),Wo(w,Ce),Z.needsLights=zs(w),Z.lightsStateVersion=Le,Z.needsLights&&(Ve.ambientLightColor.value=K.state.ambient,Ve.lightProbe.value=K.state.probe,Ve.sunLights.value=K.state.sun,Ve.sunLightShadows.value=K.state.sunShadow,Ve.directionalLights.value=K.state.directional,Ve.directionalLightShadows.value=K.state.directionalShadow,Ve.spotLights.value=K.state.spot,Ve.spotLightShadows.value=K.state.spotShadow,Ve.rectAreaLights.value=K.state.rectArea,Ve.ltc_1.value=K.state.rectAreaLTC1,Ve.ltc_2.value=K.state.rectAreaLTC2,Ve.pointLights.value=K.state.point,Ve.pointLightShadows.value=K.state.pointShadow,Ve.hemisphereLights.value=K.state.hemi,Ve.sunShadowMatrix.value=K.state.sunShadowMatrix,Ve.sunShadowCascade.value=K.state.sunShadowCascade,Ve.directionalShadowMatrix.value=K.state.directionalShadowMatrix,Ve.spotLightMatrix.value=K.state.spotLightMatrix,Ve.spotLightMap.value=K.state.spotLightMap,Ve.pointShadowMatrix.value=K.state.pointShadowMatrix),Z.numLightProbeGrids=fn(A.state.lightProbeGridArray),Z.currentProgram=xt,Z.uniformsList=null,xt}function hi(w,z,ee,Z,K){let Ae=He.get(w),Le=Ae.currentProgram.id+","+Z+","+K,Ce=Ae.programVariants.get(Le);return Ce===void 0?(Ce=ji(w,z,ee),Ae.programVariants.set(Le,Ce)):(Ae.currentProgram=Ce,Ae.uniformsList=null,Ae.outputColorSpace=Z,Ae.toneMapping=K),Ce}function ks(w){if(w.uniformsList===null){let z=w.currentProgram.getUniforms();w.uniformsList=Ao.seqWithValue(z.seq,w.uniforms)}return w.uniformsList}function Wo(w,z){let ee=He.get(w);ee.outputColorSpace=z.outputColorSpace,ee.batching=z.batching,ee.batchingColor=z.batchingColor,ee.instancing=z.instancing,ee.instancingColor=z.instancingColor,ee.instancingMorph=z.instancingMorph,ee.skinning=z.skinning,ee.morphTargets=z.morphTargets,ee.morphNormals=z.morphNormals,ee.morphColors=z.morphColors,ee.morphTargetsCount=z.morphTargetsCount,ee.numClippingPlanes=z.numClippingPlanes,ee.numIntersection=z.numClipIntersection,ee.vertexAlphas=z.vertexAlphas,ee.vertexTangents=z.vertexTangents,ee.toneMapping=z.toneMapping}function Xo(w,z,ee,Z,K){z.isScene!==!0&&(z=Mn),$e.resetTextureUnits();let Ae=z.fog,Le=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial?z.environment:null,Ce=ue===null?F.outputColorSpace:ue.isXRRenderTarget===!0?ue.texture.colorSpace:Tt.workingColorSpace,De=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial&&!Z.envMap||Z.isMeshPhongMaterial&&!Z.envMap,Ge=P.get(Z.envMap||Le,De),it=Z.vertexColors===!0&&!!ee.attributes.color&&ee.attributes.color.itemSize===4,xt=!!ee.attributes.tangent&&(!!Z.normalMap||Z.anisotropy>0),Ve=!!ee.morphAttributes.position,yt=!!ee.morphAttributes.normal,sn=!!ee.morphAttributes.color,Ut=hs;Z.toneMapped&&(ue===null||ue.isXRRenderTarget===!0)&&(Ut=F.toneMapping);let Ot=ee.morphAttributes.position||ee.morphAttributes.normal||ee.morphAttributes.color,wn=Ot!==void 0?Ot.length:0,Be=He.get(Z),_n=A.state.lights;if(Ht===!0&&(mn===!0||w!==te)){let Ft=w===te&&Z.id===Q;re.setState(Z,w,Ft)}let wt=!1,gs=!1;Z.version===Be.__version?Be.needsLights&&Be.lightsStateVersion!==_n.state.version||K.isBatchedMesh&&Be.batching===!1||!K.isBatchedMesh&&Be.batching===!0||K.isBatchedMesh&&Be.batchingColor===!0&&K._colorsTexture===null||K.isBatchedMesh&&Be.batchingColor===!1&&K._colorsTexture!==null||K.isInstancedMesh&&Be.instancing===!1||!K.isInstancedMesh&&Be.instancing===!0||K.isSkinnedMesh&&Be.skinning===!1||!K.isSkinnedMesh&&Be.skinning===!0||K.isInstancedMesh&&Be.instancingColor===!0&&K.instanceColor===null||K.isInstancedMesh&&Be.instancingColor===!1&&K.instanceColor!==null||K.isInstancedMesh&&Be.instancingMorph===!0&&K.morphTexture===null||K.isInstancedMesh&&Be.instancingMorph===!1&&K.morphTexture!==null||Be.envMap!==Ge||Z.fog===!0&&Be.fog!==Ae||Be.numClippingPlanes!==void 0&&(Be.numClippingPlanes!==re.numPlanes||Be.numIntersection!==re.numIntersection)||Be.vertexAlphas!==it||Be.vertexTangents!==xt||Be.morphTargets!==Ve||Be.morphNormals!==yt||Be.morphColors!==sn||Be.morphTargetsCount!==wn||Be.numLightProbeGrids!==fn(A.state.lightProbeGridArray)?wt=!0:(Be.outputColorSpace!==Ce||Be.toneMapping!==Ut)&&(gs=!0):(wt=!0,Be.__version=Z.version);let xn=Be.currentProgram;(wt===!0||gs===!0)&&(xn=gs===!0?hi(Z,z,K,Ce,Ut):ji(Z,z,K),G&&Z.isNodeMaterial&&G.onUpdateProgram(Z,xn,Be));let Or=!1,Qi=!1,_s=!1,mt=xn.getUniforms(),an=Be.uniforms;if(Te.useProgram(xn.program)&&(Or=!0,Qi=!0,_s=!0),Z.id!==Q&&(Q=Z.id,Qi=!0),Or||te!==w){Te.buffers.depth.getReversed()&&w.reversedDepth!==!0&&(w._reversedDepth=!0,w.updateProjectionMatrix()),mt.setValue(k,"projectionMatrix",w.projectionMatrix),mt.setValue(k,"viewMatrix",w.matrixWorldInverse);let yn=mt.map.cameraPosition;yn!==void 0&&yn.setValue(k,Ln.setFromMatrixPosition(w.matrixWorld)),ht.logarithmicDepthBuffer&&mt.setValue(k,"logDepthBufFC",2/(Math.log(w.far+1)/Math.LN2)),(Z.isMeshPhongMaterial||Z.isMeshToonMaterial||Z.isMeshLambertMaterial||Z.isMeshBasicMaterial||Z.isMeshStandardMaterial||Z.isShaderMaterial)&&mt.setValue(k,"isOrthographic",w.isOrthographicCamera===!0),te!==w&&(te=w,Qi=!0,_s=!0)}if(Be.needsLights&&(_n.state.sunShadowMap.length>0&&mt.setValue(k,"sunShadowMap",_n.state.sunShadowMap,$e),_n.state.directionalShadowMap.length>0&&mt.setValue(k,"directionalShadowMap",_n.state.directionalShadowMap,$e),_n.state.spotShadowMap.length>0&&mt.setValue(k,"spotShadowMap",_n.state.spotShadowMap,$e),_n.state.pointShadowMap.length>0&&mt.setValue(k,"pointShadowMap",_n.state.pointShadowMap,$e)),K.isSkinnedMesh){mt.setOptional(k,K,"bindMatrix"),mt.setOptional(k,K,"bindMatrixInverse");let Ft=K.skeleton;Ft&&(Ft.boneTexture===null&&Ft.computeBoneTexture(),mt.setValue(k,"boneTexture",Ft.boneTexture,$e))}K.isBatchedMesh&&(mt.setOptional(k,K,"batchingTexture"),mt.setValue(k,"batchingTexture",K._matricesTexture,$e),mt.setOptional(k,K,"batchingIdTexture"),mt.setValue(k,"batchingIdTexture",K._indirectTexture,$e),mt.setOptional(k,K,"batchingColorTexture"),K._colorsTexture!==null&&mt.setValue(k,"batchingColorTexture",K._colorsTexture,$e));let jn=ee.morphAttributes;if((jn.position!==void 0||jn.normal!==void 0||jn.color!==void 0)&&ae.update(K,ee,xn),(Qi||Be.receiveShadow!==K.receiveShadow)&&(Be.receiveShadow=K.receiveShadow,mt.setValue(k,"receiveShadow",K.receiveShadow)),(Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial)&&Z.envMap===null&&z.environment!==null&&(an.envMapIntensity.value=z.environmentIntensity),an.dfgLUT!==void 0&&(an.dfgLUT.value=D1()),Qi){if(mt.setValue(k,"toneMappingExposure",F.toneMappingExposure),Be.needsLights&&Nr(an,_s),Ae&&Z.fog===!0&&ye.refreshFogUniforms(an,Ae),ye.refreshMaterialUniforms(an,Z,we,Re,A.state.transmissionRenderTarget[w.id]),Be.needsLights&&Be.numLightProbeGrids>0){let Ft=T,yn=0;for(let Wn of A.state.lightProbeGridArray)Wn.texture!==null&&(Ft.textures[yn]=Wn.texture,Ft.min[yn]=Wn.boundingBox.min,Ft.max[yn]=Wn.boundingBox.max,Ft.resolution[yn]=Wn.resolution,yn++);for(let Wn in Ft)Ft[Wn].length=yn;an.probesSH.value=Ft.textures,an.probesMin.value=Ft.min,an.probesMax.value=Ft.max,an.probesResolution.value=Ft.resolution}Ao.upload(k,ks(Be),an,$e)}if(Z.isShaderMaterial&&Z.uniformsNeedUpdate===!0&&(Ao.upload(k,ks(Be),an,$e),Z.uniformsNeedUpdate=!1),Z.isSpriteMaterial&&mt.setValue(k,"center",K.center),mt.setValue(k,"modelViewMatrix",K.modelViewMatrix),mt.setValue(k,"normalMatrix",K.normalMatrix),mt.setValue(k,"modelMatrix",K.matrixWorld),Z.uniformsGroups!==void 0){let Ft=Z.uniformsGroups;for(let yn=0,Wn=Ft.length;yn<Wn;yn++){let dl=Ft[yn];Xe.update(dl,xn),Xe.bind(dl,xn)}}return xn}function Nr(w,z){w.ambientLightColor.needsUpdate=z,w.lightProbe.needsUpdate=z,w.sunLights.needsUpdate=z,w.sunLightShadows.needsUpdate=z,w.directionalLights.needsUpdate=z,w.directionalLightShadows.needsUpdate=z,w.pointLights.needsUpdate=z,w.pointLightShadows.needsUpdate=z,w.spotLights.needsUpdate=z,w.spotLightShadows.needsUpdate=z,w.rectAreaLights.needsUpdate=z,w.hemisphereLights.needsUpdate=z}function zs(w){return w.isMeshLambertMaterial||w.isMeshToonMaterial||w.isMeshPhongMaterial||w.isMeshStandardMaterial||w.isShadowMaterial||w.isShaderMaterial&&w.lights===!0}this.getActiveCubeFace=function(){return J},this.getActiveMipmapLevel=function(){return W},this.getRenderTarget=function(){return ue},this.setRenderTargetTextures=function(w,z,ee){let Z=He.get(w);Z.__autoAllocateDepthBuffer=w.resolveDepthBuffer===!1,Z.__autoAllocateDepthBuffer===!1&&(Z.__useRenderToTexture=!1),He.get(w.texture).__webglTexture=z,He.get(w.depthTexture).__webglTexture=Z.__autoAllocateDepthBuffer?void 0:ee,Z.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(w,z){let ee=He.get(w);ee.__webglFramebuffer=z,ee.__useDefaultFramebuffer=z===void 0},this.setRenderTarget=function(w,z=0,ee=0){ue=w,J=z,W=ee;let Z=null,K=!1,Ae=!1;if(w){let Ce=He.get(w);if(Ce.__useDefaultFramebuffer!==void 0){Te.bindFramebuffer(k.FRAMEBUFFER,Ce.__webglFramebuffer),oe.copy(w.viewport),pe.copy(w.scissor),fe=w.scissorTest,Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),Q=-1;return}else if(Ce.__webglFramebuffer===void 0)$e.setupRenderTarget(w);else if(Ce.__hasExternalTextures)$e.rebindTextures(w,He.get(w.texture).__webglTexture,He.get(w.depthTexture).__webglTexture);else if(w.depthBuffer){let it=w.depthTexture;if(Ce.__boundDepthTexture!==it){if(it!==null&&He.has(it)&&(w.width!==it.image.width||w.height!==it.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");$e.setupDepthRenderbuffer(w)}}let De=w.texture;(De.isData3DTexture||De.isDataArrayTexture||De.isCompressedArrayTexture)&&(Ae=!0);let Ge=He.get(w).__webglFramebuffer;w.isWebGLCubeRenderTarget?(Array.isArray(Ge[z])?Z=Ge[z][ee]:Z=Ge[z],K=!0):w.samples>0&&$e.useMultisampledRTT(w)===!1?Z=He.get(w).__webglMultisampledFramebuffer:Array.isArray(Ge)?Z=Ge[ee]:Z=Ge,oe.copy(w.viewport),pe.copy(w.scissor),fe=w.scissorTest}else oe.copy(We).multiplyScalar(we).floor(),pe.copy(_t).multiplyScalar(we).floor(),fe=pt;if(ee!==0&&(Z=X),Te.bindFramebuffer(k.FRAMEBUFFER,Z)&&Te.drawBuffers(w,Z),Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),K){let Ce=He.get(w.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_CUBE_MAP_POSITIVE_X+z,Ce.__webglTexture,ee)}else if(Ae){let Ce=z;for(let De=0;De<w.textures.length;De++){let Ge=He.get(w.textures[De]);k.framebufferTextureLayer(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0+De,Ge.__webglTexture,ee,Ce)}}else if(w!==null&&ee!==0){let Ce=He.get(w.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,Ce.__webglTexture,ee)}Q=-1};function Ur(w){let z=He.get(w);return(z.__readFormat!==w.format||z.__readType!==w.type)&&(z.__readFormat=w.format,z.__readType=w.type,z.__formatReadable=ht.textureFormatReadable(w.format),z.__typeReadable=ht.textureTypeReadable(w.type)),z}this.readRenderTargetPixels=function(w,z,ee,Z,K,Ae,Le,Ce=0){if(!(w&&w.isWebGLRenderTarget)){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let De=He.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Le!==void 0&&(De=De[Le],Array.isArray(De)&&(De=De[0])),De){Te.bindFramebuffer(k.FRAMEBUFFER,De);try{let Ge=w.textures[Ce],it=Ge.format,xt=Ge.type;w.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let Ve=Ur(Ge);if(Ve.__formatReadable===!1){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Ve.__typeReadable===!1){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}z>=0&&z<=w.width-Z&&ee>=0&&ee<=w.height-K&&k.readPixels(z,ee,Z,K,xe.convert(it),xe.convert(xt),Ae)}finally{let Ge=ue!==null?He.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,Ge)}}},this.readRenderTargetPixelsAsync=async function(w,z,ee,Z,K,Ae,Le,Ce=0){if(!(w&&w.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let De=He.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Le!==void 0&&(De=De[Le],Array.isArray(De)&&(De=De[0])),De)if(z>=0&&z<=w.width-Z&&ee>=0&&ee<=w.height-K){Te.bindFramebuffer(k.FRAMEBUFFER,De);let Ge=w.textures[Ce],it=Ge.format,xt=Ge.type;w.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let Ve=Ur(Ge);if(Ve.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Ve.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let yt=k.createBuffer();k.bindBuffer(k.PIXEL_PACK_BUFFER,yt),k.bufferData(k.PIXEL_PACK_BUFFER,Ae.byteLength,k.STREAM_READ),k.readPixels(z,ee,Z,K,xe.convert(it),xe.convert(xt),0),k.bindBuffer(k.PIXEL_PACK_BUFFER,null);let sn=ue!==null?He.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,sn);let Ut=k.fenceSync(k.SYNC_GPU_COMMANDS_COMPLETE,0);return k.flush(),await Dg(k,Ut,4),k.bindBuffer(k.PIXEL_PACK_BUFFER,yt),k.getBufferSubData(k.PIXEL_PACK_BUFFER,0,Ae),k.bindBuffer(k.PIXEL_PACK_BUFFER,null),k.deleteBuffer(yt),k.deleteSync(Ut),Ae}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(w,z=null,ee=0){let Z=Math.pow(2,-ee),K=Math.floor(w.image.width*Z),Ae=Math.floor(w.image.height*Z),Le=z!==null?z.x:0,Ce=z!==null?z.y:0;$e.setTexture2D(w,0),k.copyTexSubImage2D(k.TEXTURE_2D,ee,0,0,Le,Ce,K,Ae),Te.unbindTexture()},this.copyTextureToTexture=function(w,z,ee=null,Z=null,K=0,Ae=0){let Le,Ce,De,Ge,it,xt,Ve,yt,sn,Ut=w.isCompressedTexture?w.mipmaps[Ae]:w.image;if(ee!==null)Le=ee.max.x-ee.min.x,Ce=ee.max.y-ee.min.y,De=ee.isBox3?ee.max.z-ee.min.z:1,Ge=ee.min.x,it=ee.min.y,xt=ee.isBox3?ee.min.z:0;else{let mt=Math.pow(2,-K);Le=Math.floor(Ut.width*mt),Ce=Math.floor(Ut.height*mt),w.isDataArrayTexture?De=Ut.depth:w.isData3DTexture?De=Math.floor(Ut.depth*mt):De=1,Ge=0,it=0,xt=0}Z!==null?(Ve=Z.x,yt=Z.y,sn=Z.z):(Ve=0,yt=0,sn=0);let Ot=xe.convert(z.format),wn=xe.convert(z.type),Be;z.isData3DTexture?($e.setTexture3D(z,0),Be=k.TEXTURE_3D):z.isDataArrayTexture||z.isCompressedArrayTexture?($e.setTexture2DArray(z,0),Be=k.TEXTURE_2D_ARRAY):($e.setTexture2D(z,0),Be=k.TEXTURE_2D),Te.activeTexture(k.TEXTURE0),Te.pixelStorei(k.UNPACK_FLIP_Y_WEBGL,z.flipY),Te.pixelStorei(k.UNPACK_PREMULTIPLY_ALPHA_WEBGL,z.premultiplyAlpha),Te.pixelStorei(k.UNPACK_ALIGNMENT,z.unpackAlignment);let _n=Te.getParameter(k.UNPACK_ROW_LENGTH),wt=Te.getParameter(k.UNPACK_IMAGE_HEIGHT),gs=Te.getParameter(k.UNPACK_SKIP_PIXELS),xn=Te.getParameter(k.UNPACK_SKIP_ROWS),Or=Te.getParameter(k.UNPACK_SKIP_IMAGES);Te.pixelStorei(k.UNPACK_ROW_LENGTH,Ut.width),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,Ut.height),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,Ge),Te.pixelStorei(k.UNPACK_SKIP_ROWS,it),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,xt);let Qi=w.isDataArrayTexture||w.isData3DTexture,_s=z.isDataArrayTexture||z.isData3DTexture;if(w.isDepthTexture){let mt=He.get(w),an=He.get(z),jn=He.get(mt.__renderTarget),Ft=He.get(an.__renderTarget);Te.bindFramebuffer(k.READ_FRAMEBUFFER,jn.__webglFramebuffer),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,Ft.__webglFramebuffer);for(let yn=0;yn<De;yn++)Qi&&(k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,He.get(w).__webglTexture,K,xt+yn),k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,He.get(z).__webglTexture,Ae,sn+yn)),k.blitFramebuffer(Ge,it,Ge+Le,it+Ce,Ve,yt,Ve+Le,yt+Ce,k.DEPTH_BUFFER_BIT,k.NEAREST);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else if(K!==0||w.isRenderTargetTexture||He.has(w)){let mt=He.get(w),an=He.get(z);Te.bindFramebuffer(k.READ_FRAMEBUFFER,U),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,q);for(let jn=0;jn<De;jn++)Qi?k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,mt.__webglTexture,K,xt+jn):k.framebufferTexture2D(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,mt.__webglTexture,K),_s?k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,an.__webglTexture,Ae,sn+jn):k.framebufferTexture2D(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,an.__webglTexture,Ae),K!==0?k.blitFramebuffer(Ge,it,Ge+Le,it+Ce,Ve,yt,Ve+Le,yt+Ce,k.COLOR_BUFFER_BIT,k.NEAREST):_s?k.copyTexSubImage3D(Be,Ae,Ve,yt,sn+jn,Ge,it,Le,Ce):k.copyTexSubImage2D(Be,Ae,Ve,yt,Ge,it,Le,Ce);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else _s?w.isDataTexture||w.isData3DTexture?k.texSubImage3D(Be,Ae,Ve,yt,sn,Le,Ce,De,Ot,wn,Ut.data):z.isCompressedArrayTexture?k.compressedTexSubImage3D(Be,Ae,Ve,yt,sn,Le,Ce,De,Ot,Ut.data):k.texSubImage3D(Be,Ae,Ve,yt,sn,Le,Ce,De,Ot,wn,Ut):w.isDataTexture?k.texSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Le,Ce,Ot,wn,Ut.data):w.isCompressedTexture?k.compressedTexSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Ut.width,Ut.height,Ot,Ut.data):k.texSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Le,Ce,Ot,wn,Ut);Te.pixelStorei(k.UNPACK_ROW_LENGTH,_n),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,wt),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,gs),Te.pixelStorei(k.UNPACK_SKIP_ROWS,xn),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,Or),Ae===0&&z.generateMipmaps===!0&&z.mipmapsAutoUpdate===!0&&k.generateMipmap(Be),Te.unbindTexture()},this.initRenderTarget=function(w){He.get(w).__webglFramebuffer===void 0&&$e.setupRenderTarget(w)},this.initTexture=function(w){w.isCubeTexture?$e.setTextureCube(w,0):w.isData3DTexture?$e.setTexture3D(w,0):w.isDataArrayTexture||w.isCompressedArrayTexture?$e.setTexture2DArray(w,0):$e.setTexture2D(w,0),Te.unbindTexture()},this.resetState=function(){J=0,W=0,ue=null,Te.reset(),Me.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Li}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=Tt._getDrawingBufferColorSpace(e),t.unpackColorSpace=Tt._getUnpackColorSpace()}};var y0={type:"change"},cf={type:"start"},S0={type:"end"},kh=new Qs,v0=new _i,U1=Math.cos(70*qd.DEG2RAD),Rn=new $,ci=2*Math.PI,It={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},lf=1e-6,zh=class extends za{constructor(e,t=null){super(e,t),this.state=It.NONE,this.target=new $,this.cursor=new $,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:sr.ROTATE,MIDDLE:sr.DOLLY,RIGHT:sr.PAN},this.touches={ONE:rr.ROTATE,TWO:rr.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new $,this._lastQuaternion=new yi,this._lastTargetPosition=new $,this._quat=new yi().setFromUnitVectors(e.up,new $(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new So,this._sphericalDelta=new So,this._scale=1,this._panOffset=new $,this._rotateStart=new je,this._rotateEnd=new je,this._rotateDelta=new je,this._panStart=new je,this._panEnd=new je,this._panDelta=new je,this._dollyStart=new je,this._dollyEnd=new je,this._dollyDelta=new je,this._dollyDirection=new $,this._mouse=new je,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=F1.bind(this),this._onPointerDown=O1.bind(this),this._onPointerUp=B1.bind(this),this._onContextMenu=X1.bind(this),this._onMouseWheel=V1.bind(this),this._onKeyDown=G1.bind(this),this._onTouchStart=H1.bind(this),this._onTouchMove=W1.bind(this),this._onMouseDown=k1.bind(this),this._onMouseMove=z1.bind(this),this._interceptControlDown=q1.bind(this),this._interceptControlUp=Y1.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=It.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(y0),this.update(),this.state=It.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;Rn.copy(t).sub(this.target),Rn.applyQuaternion(this._quat),this._spherical.setFromVector3(Rn),this.autoRotate&&this.state===It.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let n=this.minAzimuthAngle,s=this.maxAzimuthAngle;isFinite(n)&&isFinite(s)&&(n<-Math.PI?n+=ci:n>Math.PI&&(n-=ci),s<-Math.PI?s+=ci:s>Math.PI&&(s-=ci),n<=s?this._spherical.theta=Math.max(n,Math.min(s,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(n+s)/2?Math.max(n,this._spherical.theta):Math.min(s,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let r=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),r=o!=this._spherical.radius}if(Rn.setFromSpherical(this._spherical),Rn.applyQuaternion(this._quatInverse),t.copy(this.target).add(Rn),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=Rn.length();o=this._clampDistance(a*this._scale);let l=a-o;this.object.position.addScaledVector(this._dollyDirection,l),this.object.updateMatrixWorld(),r=!!l}else if(this.object.isOrthographicCamera){let a=new $(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let l=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),r=l!==this.object.zoom;let c=new $(this._mouse.x,this._mouse.y,0);c.unproject(this.object),this.object.position.sub(c).add(a),this.object.updateMatrixWorld(),o=Rn.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(kh.origin.copy(this.object.position),kh.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(kh.direction))<U1?this.object.lookAt(this.target):(v0.setFromNormalAndCoplanarPoint(this.object.up,this.target),kh.intersectPlane(v0,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),r=!0)}return this._scale=1,this._performCursorZoom=!1,r||this._lastPosition.distanceToSquared(this.object.position)>lf||8*(1-this._lastQuaternion.dot(this.object.quaternion))>lf||this._lastTargetPosition.distanceToSquared(this.target)>lf?(this.dispatchEvent(y0),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e!==null?ci/60*this.autoRotateSpeed*e:ci/60/60*this.autoRotateSpeed}_getZoomScale(e){let t=Math.abs(e*.01);return Math.pow(.95,this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){Rn.setFromMatrixColumn(t,0),Rn.multiplyScalar(-e),this._panOffset.add(Rn)}_panUp(e,t){this.screenSpacePanning===!0?Rn.setFromMatrixColumn(t,1):(Rn.setFromMatrixColumn(t,0),Rn.crossVectors(this.object.up,Rn)),Rn.multiplyScalar(e),this._panOffset.add(Rn)}_pan(e,t){let n=this.domElement;if(this.object.isPerspectiveCamera){let s=this.object.position;Rn.copy(s).sub(this.target);let r=Rn.length();r*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*r/n.clientHeight,this.object.matrix),this._panUp(2*t*r/n.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/n.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/n.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let n=this.domElement.getBoundingClientRect(),s=e-n.left,r=t-n.top,o=n.width,a=n.height;this._mouse.x=s/o*2-1,this._mouse.y=-(r/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(ci*this._rotateDelta.x/t.clientHeight),this._rotateUp(ci*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0;break}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._rotateStart.set(n,s)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panStart.set(n,s)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyStart.set(0,r)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let n=this._getSecondPointerPosition(e),s=.5*(e.pageX+n.x),r=.5*(e.pageY+n.y);this._rotateEnd.set(s,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(ci*this._rotateDelta.x/t.clientHeight),this._rotateUp(ci*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panEnd.set(n,s)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyEnd.set(0,r),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(e.pageX+t.x)*.5,a=(e.pageY+t.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new je,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,n={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:n.deltaY*=16;break;case 2:n.deltaY*=100;break}return e.ctrlKey&&!this._controlActive&&(n.deltaY*=10),n}};function O1(i){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(i.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(i)&&(this._addPointer(i),i.pointerType==="touch"?this._onTouchStart(i):this._onMouseDown(i),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function F1(i){this.enabled!==!1&&(i.pointerType==="touch"?this._onTouchMove(i):this._onMouseMove(i))}function B1(i){switch(this._removePointer(i),this._pointers.length){case 0:this.domElement.releasePointerCapture(i.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(S0),this.state=It.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let e=this._pointers[0],t=this._pointerPositions[e];this._onTouchStart({pointerId:e,pageX:t.x,pageY:t.y});break}}function k1(i){let e;switch(i.button){case 0:e=this.mouseButtons.LEFT;break;case 1:e=this.mouseButtons.MIDDLE;break;case 2:e=this.mouseButtons.RIGHT;break;default:e=-1}switch(e){case sr.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(i),this.state=It.DOLLY;break;case sr.ROTATE:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=It.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=It.ROTATE}break;case sr.PAN:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=It.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=It.PAN}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(cf)}function z1(i){switch(this.state){case It.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(i);break;case It.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(i);break;case It.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(i);break}}function V1(i){this.enabled===!1||this.enableZoom===!1||this.state!==It.NONE||(i.preventDefault(),this.dispatchEvent(cf),this._handleMouseWheel(this._customWheelEvent(i)),this.dispatchEvent(S0))}function G1(i){this.enabled!==!1&&this._handleKeyDown(i)}function H1(i){switch(this._trackPointer(i),this._pointers.length){case 1:switch(this.touches.ONE){case rr.ROTATE:if(this.enableRotate===!1){this.state=It.NONE;break}this._handleTouchStartRotate(i),this.state=It.TOUCH_ROTATE;break;case rr.PAN:if(this.enablePan===!1){this.state=It.NONE;break}this._handleTouchStartPan(i),this.state=It.TOUCH_PAN;break;default:this.state=It.NONE}break;case 2:switch(this.touches.TWO){case rr.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(i),this.state=It.TOUCH_DOLLY_PAN;break;case rr.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(i),this.state=It.TOUCH_DOLLY_ROTATE;break;default:this.state=It.NONE}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(cf)}function W1(i){switch(this._trackPointer(i),this.state){case It.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(i),this.update();break;case It.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(i),this.update();break;case It.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(i),this.update();break;case It.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(i),this.update();break;default:this.state=It.NONE}}function X1(i){this.enabled!==!1&&i.preventDefault()}function q1(i){i.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function Y1(i){i.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}var $1=.7,Z1=1.1,J1=4,K1=8,j1=250,Q1=new Pa(1,1,1,10),eT=new $(0,1,0),tT=[.45,-.8,.4],Vh=class{constructor(){this.name="space",this.node=C("section",{class:"pane space",tabindex:0,"data-pane":"space",role:"group","aria-label":I("pane.space.label")}),this.node.append(C("div",{class:"pane-title",text:I("pane.space")})),this.node.addEventListener("focus",()=>{y.display.active="space",Ue("layout")}),this.draw=hn(()=>this.drawNow());let e=document.createElement("canvas"),t=e.getContext("webgl2",{antialias:!0});if(t)this.renderer=new Oh({canvas:e,context:t});else{this.node.append(C("p",{class:"empty",role:"note",text:I("pane.space.none")}));return}this.build()}build(){this.node.prepend(this.renderer.domElement),this.renderer.setClearColor(724498),this.renderer.domElement.setAttribute("aria-hidden","true"),this.renderer.domElement.addEventListener("webglcontextrestored",()=>this.draw()),this.scene=new Ma,this.camera=new ii(30,1,1,5e3),this.camera.up.set(0,0,1),this.light=new Oa(16777215,2.2),this.scene.add(this.light,new Fa(16777215,1.1)),this.surfaces=new as,this.implant=new as,this.cross=new ka(12),this.cross.setColors(16777215,16777215,16777215),this.scene.add(this.surfaces,this.implant,this.cross),this.controls=new zh(this.camera,this.renderer.domElement),this.controls.addEventListener("change",()=>this.draw()),this.letters=["L","R","P","A","S","I"].map(e=>C("span",{class:"letter free",text:e})),this.node.append(...this.letters),new ResizeObserver(()=>this.resize()).observe(this.node),this.rods=new Map,this.slow=!0,Mt("plan selection",()=>this.drawImplant()),Mt("preview",()=>this.follow(()=>this.drawImplant())),Mt("cursor",()=>this.follow(()=>this.draw())),Mt("display",()=>this.showSurfaces()),this.listenToClicks(),this.drawImplant(),this.reset()}resize(){let{clientWidth:e,clientHeight:t}=this.node;!this.renderer||!e||!t||(this.renderer.setPixelRatio(window.devicePixelRatio||1),this.renderer.setSize(e,t,!1),this.camera.aspect=e/t,this.camera.updateProjectionMatrix(),this.draw())}setSurfaces(e,t){if(this.renderer){for(let n of t){let s=e[n.key];if(!s)continue;let r=new Si;r.setAttribute("position",new xi(new Float32Array(b0(s.points)),3)),r.setIndex(new xi(new Uint32Array(b0(s.triangles)),1)),r.computeVertexNormals();let o=n.kind==="target",a=new yo({color:n.colour,transparent:!0,opacity:o?.5:n.kind==="body"?.08:.22,depthWrite:!1,side:Di}),l=new bi(r,a);l.userData={name:n.name},l.renderOrder=o?1:2,this.surfaces.add(l)}this.showSurfaces(),this.measure()}}showSurfaces(){for(let e of this.surfaces.children)e.visible=y.display.contours&&!y.display.hidden.has(e.userData.name);this.draw()}follow(e){clearTimeout(this.waiting),this.slow?this.waiting=setTimeout(e,j1):e()}measure(){let e=this.renderer.getContext(),t=new Uint8Array(4),n=performance.now();this.drawNow(),e.readPixels(0,0,1,1,e.RGBA,e.UNSIGNED_BYTE,t),this.slow=performance.now()-n>K1}drawImplant(){if(!this.renderer)return;let e=Zt(),t=new Set;for(let s of e?.needles??[]){let r=s.id===y.selection.needle,o=r?16777215:s.rules.length?16747100:10465472;t.add(this.rod(`needle${s.id}`,s.entry_mm,s.tip_mm,$1*(r?1.5:1),o,{needle:s.id}))}let n=(e?.seed_length_mm??4.5)/2;for(let s of e?.seeds??[]){let r=a=>s.position_mm.map((l,c)=>l+a*n*s.direction[c]),o=s.id===y.selection.seed?16777215:15113984;t.add(this.rod(`seed${s.id}`,r(-1),r(1),Z1,o,{needle:s.needle,seed:s.id}))}for(let[s,r]of this.rods)t.has(s)||(this.implant.remove(r),r.material.dispose(),this.rods.delete(s));this.draw()}rod(e,t,n,s,r,o){let a=this.rods.get(e);a||(a=new bi(Q1,new yo),this.rods.set(e,a),this.implant.add(a));let[l,c]=[new $(...t),new $(...n)],h=c.clone().sub(l);return a.material.color.setHex(r),a.scale.set(s,h.length(),s),a.position.copy(l.add(c).multiplyScalar(.5)),a.quaternion.setFromUnitVectors(eT,h.normalize()),a.userData=o,e}reset(){if(!this.renderer)return;let e=new ls,t=y.plan;for(let r of t?.needles??[])e.expandByPoint(new $(...r.entry_mm)).expandByPoint(new $(...r.tip_mm));for(let r of y.contours)r.structure.kind==="target"&&e.expandByPoint(new $(...r.centre()));e.isEmpty()&&e.expandByPoint(new $(...y.cursor)).expandByScalar(120);let n=e.getBoundingSphere(new Is),s=Math.max(60,n.radius)*3.6;this.controls.target.copy(n.center),this.camera.position.copy(n.center).addScaledVector(new $(...tT).normalize(),s),this.controls.update(),this.letterAway=Math.max(60,n.radius)*.95,this.draw()}drawNow(){this.renderer&&(this.cross.position.set(...y.cursor),this.light.position.copy(this.camera.position),this.renderer.render(this.scene,this.camera),this.placeLetters(),this.node.classList.toggle("active",y.display.active==="space"))}placeLetters(){let{clientWidth:e,clientHeight:t}=this.node;this.letters.forEach((n,s)=>{let r=this.controls.target.clone();r.setComponent(s>>1,r.getComponent(s>>1)+(s&1?-1:1)*this.letterAway),r.project(this.camera);let o=Math.abs(r.x)<.96&&Math.abs(r.y)<.94&&r.z<1;n.style.visibility=o?"visible":"hidden",n.style.transform=`translate(${(r.x+1)/2*e-5}px, ${(1-r.y)/2*t-8}px)`})}listenToClicks(){let e=this.renderer.domElement,t=null;e.addEventListener("pointerdown",n=>t=[n.clientX,n.clientY]),e.addEventListener("pointerup",n=>{if(!t||Math.hypot(n.clientX-t[0],n.clientY-t[1])>J1)return;let s=e.getBoundingClientRect(),r=new je((n.clientX-s.left)/s.width*2-1,1-(n.clientY-s.top)/s.height*2),o=new Ba;o.setFromCamera(r,this.camera);let[a]=o.intersectObjects(this.implant.children);if(!a)return;let{needle:l,seed:c}=a.object.userData;Bn(l,c??null),pn(a.point.toArray())})}};function b0(i){let e=atob(i),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t.buffer}var M0=15,nT=25,iT=250,w0=i=>{let e=Math.hypot(...i);return i.map(t=>t/e)},Gh=class{constructor(){this.name="needle",this.canvas=C("canvas",{"aria-hidden":"true"}),this.svg=ut("svg",{class:"overlay"}),this.title=C("div",{class:"pane-title"}),this.list=C("ol",{class:"crossed"}),this.empty=C("p",{class:"empty",text:I("pane.needle.none")}),this.bar=C("div",{class:"scale-bar"}),this.letters=["top","bottom"].map(e=>C("span",{class:`letter ${e}`})),this.node=C("section",{class:"pane needle-eye",tabindex:0,"data-pane":"needle",role:"group"},this.canvas,this.svg,this.title,this.list,this.empty,this.bar,this.letters),this.node.addEventListener("focus",()=>{y.display.active="needle",Ue("layout")}),this.around=null,this.image=document.createElement("canvas"),this.draw=hn(()=>this.drawNow()),Mt("plan preview selection dose display window",()=>this.draw()),Mt("plan selection",()=>this.ask()),new ResizeObserver(()=>this.resize()).observe(this.node),this.ask()}reset(){this.draw()}resize(){let e=window.devicePixelRatio||1;this.canvas.width=Math.round(this.node.clientWidth*e),this.canvas.height=Math.round(this.node.clientHeight*e),ft(this.svg,"viewBox",`0 0 ${this.node.clientWidth} ${this.node.clientHeight}`),this.draw()}ask(){clearTimeout(this.timer);let e=y.selection.needle;if(e===null||!y.plan)return;let t=y.plan.revision;this.timer=setTimeout(async()=>{try{let n=await qn(`/api/plane?needle=${e}`);if(y.selection.needle!==e||y.plan.revision!==t)return;this.around={id:e,revision:t,...n}}catch{this.around=null}this.draw()},iT)}drawNow(){let e=Zt(),t=e&&Gn(e,y.selection.needle);this.empty.hidden=!!t,this.node.classList.toggle("active",y.display.active==="needle");for(let n of[this.canvas,this.svg,this.bar,this.list,...this.letters])n.classList.toggle("gone",!t);ni(this.title,t?I("pane.needle.of",{id:t.id,length:Ze(t.length_mm)}):I("pane.needle")),ft(this.node,"aria-label",this.title.textContent),!(!t||!y.ct||this.canvas.width<4)&&(this.look(t),this.drawImage(),this.drawOver(e,t),this.fillList(t))}look(e){let t=w0(e.tip_mm.map((d,u)=>d-e.entry_mm[u])),n=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],s=t.reduce((d,u,f)=>d+u*n[f],0),r=w0(n.map((d,u)=>d-s*t[u])),{clientWidth:o,clientHeight:a}=this.node,l=o/(M0+e.length_mm+nT),c=e.entry_mm.map((d,u)=>d-M0*t[u]+a/2/l*r[u]);this.plane={along:t,down:r.map(d=>-d),scale:l,origin:c},this.letters[0].textContent=y.frame.letter(r),this.letters[1].textContent=y.frame.letter(r.map(d=>-d));let h=zl(l);ni(this.bar,`${h} mm`),this.bar.style.width=`${h*l}px`}drawImage(){let{plane:e,canvas:t,image:n}=this,s=JSON.stringify([e.origin,e.along,e.scale,t.width,t.height,y.display.window]);s!==this.imageOf&&this.lookUp(),this.imageOf=s;let r=t.getContext("2d");r.imageSmoothingQuality="medium",r.drawImage(n,0,0,t.width,t.height)}lookUp(){let{plane:e,image:t}=this,n=Math.min(420,this.node.clientWidth),s=Math.max(1,Math.round(n*this.node.clientHeight/this.node.clientWidth)),r=this.node.clientWidth/n/e.scale,o=y.ct.oblique(e.origin,e.along.map(a=>a*r),e.down.map(a=>a*r),n,s);t.width=n,t.height=s,t.getContext("2d").putImageData(o,0,0)}at(e){let{origin:t,along:n,down:s,scale:r}=this.plane,o=e.map((a,l)=>a-t[l]);return[n,s].map(a=>r*a.reduce((l,c,h)=>l+c*o[h],0))}drawOver(e,t){let n=[];y.display.contours&&this.around?.id===t.id&&!y.preview&&n.push(...this.outlines()),y.display.isodoses&&n.push(...this.isodoses(t));let[s,r]=[this.at(t.entry_mm),this.at(t.tip_mm)];n.push(ut("line",{class:"eye-needle",x1:s[0],y1:s[1],x2:r[0],y2:r[1]}));let o=0;for(let l of t.crossed){o=l.from_mm??o;let c=s[0]+o*this.plane.scale,h=l.mm*this.plane.scale;n.push(ut("rect",{class:`run ${l.class}`,x:c,y:s[1]+9,width:h,height:4},ut("title",{text:`${l.name} ${Ze(l.mm)} mm`}))),o+=l.mm}let a=(e.seed_length_mm??4.5)/2;for(let l of e.seeds.filter(c=>c.needle===t.id)){let c=[-a,a].map(d=>this.at(l.position_mm.map((u,f)=>u+d*l.direction[f]))),h={x1:c[0][0],y1:c[0][1],x2:c[1][0],y2:c[1][1]};n.push(ut("line",{class:l.id===y.selection.seed?"eye-seed chosen":"eye-seed",...h})),n.push(ut("text",{class:"eye-label",x:(c[0][0]+c[1][0])/2,y:c[0][1]-9,text:String(l.id)}))}this.svg.replaceChildren(...n)}outlines(){let{corner_mm:e,right:t,down:n,outlines:s}=this.around;return y.contours.filter(({structure:r})=>s[r.key]?.length&&!y.display.hidden.has(r.name)).map(({structure:r})=>{let o=s[r.key].map(a=>"M"+Array.from({length:a.length/2},(l,c)=>{let h=e.map((d,u)=>d+a[2*c]*t[u]+a[2*c+1]*n[u]);return this.at(h).map(d=>d.toFixed(1)).join(" ")}).join("L")).join("");return ut("path",{class:`contour ${r.kind}`,d:o,stroke:r.colour,"stroke-dasharray":ca(r.dash)})})}isodoses(e){let t=this.shownDose(e);if(!t)return[];let{values:n,columns:s,rows:r,step:o}=t,a=this.plane.scale*o;return y.display.levels.filter(l=>l.shown).map(l=>{let c=Nl(n,s,r,l.gy).map(h=>"M"+Array.from({length:h.length/2},(d,u)=>`${(h[2*u]*a).toFixed(1)} ${(h[2*u+1]*a).toFixed(1)}`).join("L")).join("");return ut("path",{class:"isodose",d:c,stroke:l.colour,"stroke-dasharray":ca(l.dash),"stroke-width":l.percent===100?2.2:1.3})})}shownDose(e){if(y.planes)return y.planes.needle?.id===e.id?y.planes.needle:null;if(!y.dose)return null;let{origin:t,right:n,down:s,columns:r,rows:o,step:a}=this.covered(e,.5);return{values:y.dose.onPlane(t,n,s,r,o),columns:r,rows:o,step:a}}covered(e,t){let{origin:n,along:s,down:r,scale:o}=this.plane,a=Math.max(.7,Math.min(...y.dose.spacing)*t),l=c=>Math.ceil(c/o/a)+1;return{id:e.id,origin:n,right:s.map(c=>c*a),down:r.map(c=>c*a),columns:l(this.node.clientWidth),rows:l(this.node.clientHeight),step:a}}dosePlane(){let e=Gn(Zt(),y.selection.needle);return!e||!y.dose||!y.display.isodoses?null:(this.look(e),this.covered(e,1))}fillList(e){let t=e.crossed.map(o=>C("li",{class:o.class,text:I("crossed",{name:o.name,mm:Ze(o.mm)})})),s=(this.around?.id===e.id?this.around.beside.filter(o=>o.mm>0).slice(0,4):[]).map(o=>C("li",{class:"near",text:I("near",{name:o.name,mm:Ze(o.mm)})})),r=e.rules.map(o=>C("li",{class:"rule",text:o}));this.list.replaceChildren(...r,...t,...s)}};var sT="uplot",rT="u-hz",oT="u-vt",aT="u-title",lT="u-wrap",cT="u-under",hT="u-over",uT="u-axis",Rr="u-off",dT="u-select",fT="u-cursor-x",pT="u-cursor-y",mT="u-cursor-pt",gT="u-legend",_T="u-live",xT="u-inline",yT="u-series",vT="u-marker",T0="u-label",ST="u-value",el="width",tl="height";var E0="bottom",Ro="left",hf="right",Af="#000",A0=Af+"0",uf="mousemove",C0="mousedown",df="mouseup",R0="mouseenter",P0="mouseleave",I0="dblclick",bT="resize",MT="scroll",L0="change",Yh="dppxchange",Cf="--",Oo=typeof window<"u",_f=Oo?document:null,Io=Oo?window:null,wT=Oo?navigator:null,Lt,Hh;function xf(){let i=devicePixelRatio;Lt!=i&&(Lt=i,Hh&&vf(L0,Hh,xf),Hh=matchMedia(`(min-resolution: ${Lt-.001}dppx) and (max-resolution: ${Lt+.001}dppx)`),Pr(L0,Hh,xf),Io.dispatchEvent(new CustomEvent(Yh)))}function wi(i,e){if(e!=null){let t=i.classList;!t.contains(e)&&t.add(e)}}function yf(i,e){let t=i.classList;t.contains(e)&&t.remove(e)}function jt(i,e,t){i.style[e]=t+"px"}function $i(i,e,t,n){let s=_f.createElement(i);return e!=null&&wi(s,e),t?.insertBefore(s,n),s}function Ni(i,e){return $i("div",i,e)}var D0=new WeakMap;function fs(i,e,t,n,s){let r="translate("+e+"px,"+t+"px)",o=D0.get(i);r!=o&&(i.style.transform=r,D0.set(i,r),e<0||t<0||e>n||t>s?wi(i,Rr):yf(i,Rr))}var N0=new WeakMap;function U0(i,e,t){let n=e+t,s=N0.get(i);n!=s&&(N0.set(i,n),i.style.background=e,i.style.borderColor=t)}var O0=new WeakMap;function F0(i,e,t,n){let s=e+""+t,r=O0.get(i);s!=r&&(O0.set(i,s),i.style.height=t+"px",i.style.width=e+"px",i.style.marginLeft=n?-e/2+"px":0,i.style.marginTop=n?-t/2+"px":0)}var Rf={passive:!0},TT={...Rf,capture:!0};function Pr(i,e,t,n){e.addEventListener(i,t,n?TT:Rf)}function vf(i,e,t,n){e.removeEventListener(i,t,Rf)}Oo&&xf();function Zi(i,e,t,n){let s;t=t||0,n=n||e.length-1;let r=n<=2147483647;for(;n-t>1;)s=r?t+n>>1:Ti((t+n)/2),e[s]<i?t=s:n=s;return i-e[t]<=e[n]-i?t:n}function u_(i){return(t,n,s)=>{let r=-1,o=-1;for(let a=n;a<=s;a++)if(i(t[a])){r=a;break}for(let a=s;a>=n;a--)if(i(t[a])){o=a;break}return[r,o]}}var d_=i=>i!=null,f_=i=>i!=null&&i>0,Jh=u_(d_),ET=u_(f_);function AT(i,e,t,n=0,s=!1){let r=s?ET:Jh,o=s?f_:d_;[e,t]=r(i,e,t);let a=i[e],l=i[e];if(e>-1)if(n==1)a=i[e],l=i[t];else if(n==-1)a=i[t],l=i[e];else for(let c=e;c<=t;c++){let h=i[c];o(h)&&(h<a?a=h:h>l&&(l=h))}return[a??Vt,l??-Vt]}function Kh(i,e,t,n){let s=z0(i),r=z0(e);i==e&&(s==-1?(i*=t,e/=t):(i/=t,e*=t));let o=t==10?Fs:p_,a=s==1?Ti:Ui,l=r==1?Ui:Ti,c=a(o(In(i))),h=l(o(In(e))),d=Lo(t,c),u=Lo(t,h);return t==10&&(c<0&&(d=Gt(d,-c)),h<0&&(u=Gt(u,-h))),n||t==2?(i=d*s,e=u*r):(i=x_(i,d),e=jh(e,u)),[i,e]}function Pf(i,e,t,n){let s=Kh(i,e,t,n);return i==0&&(s[0]=0),e==0&&(s[1]=0),s}var If=.1,B0={mode:3,pad:If},il={pad:0,soft:null,mode:0},CT={min:il,max:il};function $h(i,e,t,n){return Qh(t)?k0(i,e,t):(il.pad=t,il.soft=n?0:null,il.mode=n?3:0,k0(i,e,CT))}function Rt(i,e){return i??e}function RT(i,e,t){for(e=Rt(e,0),t=Rt(t,i.length-1);e<=t;){if(i[e]!=null)return!0;e++}return!1}function k0(i,e,t){let n=t.min,s=t.max,r=Rt(n.pad,0),o=Rt(s.pad,0),a=Rt(n.hard,-Vt),l=Rt(s.hard,Vt),c=Rt(n.soft,Vt),h=Rt(s.soft,-Vt),d=Rt(n.mode,0),u=Rt(s.mode,0),f=e-i,g=Fs(f),v=oi(In(i),In(e)),m=Fs(v),p=In(m-g);(f<1e-24||p>10)&&(f=0,(i==0||e==0)&&(f=1e-24,d==2&&c!=Vt&&(r=0),u==2&&h!=-Vt&&(o=0)));let S=f||v||1e3,R=Fs(S),T=Lo(10,Ti(R)),L=S*(f==0?i==0?.1:1:r),A=Gt(x_(i-L,T/10),24),x=i>=c&&(d==1||d==3&&A<=c||d==2&&A>=c)?c:Vt,E=oi(a,A<x&&i>=x?x:Ji(x,A)),V=S*(f==0?e==0?.1:1:o),F=Gt(jh(e+V,T/10),24),O=e<=h&&(u==1||u==3&&F>=h||u==2&&F<=h)?h:-Vt,G=Ji(l,F>O&&e<=O?O:oi(O,F));return E==G&&E==0&&(G=100),[E,G]}var PT=new Intl.NumberFormat(Oo?wT.language:"en-US"),Lf=i=>PT.format(i),Ei=Math,qh=Ei.PI,In=Ei.abs,Ti=Ei.floor,Pn=Ei.round,Ui=Ei.ceil,Ji=Ei.min,oi=Ei.max,Lo=Ei.pow,z0=Ei.sign,Fs=Ei.log10,p_=Ei.log2,IT=(i,e=1)=>Ei.sinh(i)*e,ff=(i,e=1)=>Ei.asinh(i/e),Vt=1/0;function V0(i){return(Fs((i^i>>31)-(i>>31))|0)+1}function Sf(i,e,t){return Ji(oi(i,e),t)}function m_(i){return typeof i=="function"}function Et(i){return m_(i)?i:()=>i}var LT=()=>{},g_=i=>i,__=(i,e)=>e,DT=i=>null,G0=i=>!0,H0=(i,e)=>i==e,NT=/\.\d*?(?=9{6,}|0{6,})/gm,Ir=i=>{if(v_(i)||cr.has(i))return i;let e=`${i}`,t=e.match(NT);if(t==null)return i;let n=t[0].length-1;if(e.indexOf("e-")!=-1){let[s,r]=e.split("e");return+`${Ir(s)}e${r}`}return Gt(i,n)};function Ar(i,e){return Ir(Gt(Ir(i/e))*e)}function jh(i,e){return Ir(Ui(Ir(i/e))*e)}function x_(i,e){return Ir(Ti(Ir(i/e))*e)}function Gt(i,e=0){if(v_(i))return i;let t=10**e,n=i*t*(1+Number.EPSILON);return Pn(n)/t}var cr=new Map;function y_(i){return((""+i).split(".")[1]||"").length}function rl(i,e,t,n){let s=[],r=n.map(y_);for(let o=e;o<t;o++){let a=In(o),l=Gt(Lo(i,o),a);for(let c=0;c<n.length;c++){let h=i==10?+`${n[c]}e${o}`:n[c]*l,d=(o>=0?0:a)+(o>=r[c]?0:r[c]),u=i==10?h:Gt(h,d);s.push(u),cr.set(u,d)}}return s}var sl={},Df=[],Do=[null,null],lr=Array.isArray,v_=Number.isInteger,UT=i=>i===void 0;function W0(i){return typeof i=="string"}function Qh(i){let e=!1;if(i!=null){let t=i.constructor;e=t==null||t==Object}return e}function OT(i){return i!=null&&typeof i=="object"}var FT=Object.getPrototypeOf(Uint8Array),S_="__proto__";function No(i,e=Qh){let t;if(lr(i)){let n=i.find(s=>s!=null);if(lr(n)||e(n)){t=Array(i.length);for(let s=0;s<i.length;s++)t[s]=No(i[s],e)}else t=i.slice()}else if(i instanceof FT)t=i.slice();else if(e(i)){t={};for(let n in i)n!=S_&&(t[n]=No(i[n],e))}else t=i;return t}function bn(i){let e=arguments;for(let t=1;t<e.length;t++){let n=e[t];for(let s in n)s!=S_&&(Qh(i[s])?bn(i[s],No(n[s])):i[s]=No(n[s]))}return i}var BT=0,kT=1,zT=2;function VT(i,e,t){for(let n=0,s,r=-1;n<e.length;n++){let o=e[n];if(o>r){for(s=o-1;s>=0&&i[s]==null;)i[s--]=null;for(s=o+1;s<t&&i[s]==null;)i[r=s++]=null}}}function GT(i,e){if(XT(i)){let o=i[0].slice();for(let a=1;a<i.length;a++)o.push(...i[a].slice(1));return qT(o[0])||(o=WT(o)),o}let t=new Set;for(let o=0;o<i.length;o++){let l=i[o][0],c=l.length;for(let h=0;h<c;h++)t.add(l[h])}let n=[Array.from(t).sort((o,a)=>o-a)],s=n[0].length,r=new Map;for(let o=0;o<s;o++)r.set(n[0][o],o);for(let o=0;o<i.length;o++){let a=i[o],l=a[0];for(let c=1;c<a.length;c++){let h=a[c],d=Array(s).fill(void 0),u=e?e[o][c]:kT,f=[];for(let g=0;g<h.length;g++){let v=h[g],m=r.get(l[g]);v===null?u!=BT&&(d[m]=v,u==zT&&f.push(m)):d[m]=v}VT(d,f,s),n.push(d)}}return n}var HT=typeof queueMicrotask>"u"?i=>Promise.resolve().then(i):queueMicrotask;function WT(i){let e=i[0],t=e.length,n=Array(t);for(let r=0;r<n.length;r++)n[r]=r;n.sort((r,o)=>e[r]-e[o]);let s=[];for(let r=0;r<i.length;r++){let o=i[r],a=Array(t);for(let l=0;l<t;l++)a[l]=o[n[l]];s.push(a)}return s}function XT(i){let e=i[0][0],t=e.length;for(let n=1;n<i.length;n++){let s=i[n][0];if(s.length!=t)return!1;if(s!=e){for(let r=0;r<t;r++)if(s[r]!=e[r])return!1}}return!0}function qT(i,e=100){let t=i.length;if(t<=1)return!0;let n=0,s=t-1;for(;n<=s&&i[n]==null;)n++;for(;s>=n&&i[s]==null;)s--;if(s<=n)return!0;let r=oi(1,Ti((s-n+1)/e));for(let o=i[n],a=n+r;a<=s;a+=r){let l=i[a];if(l!=null){if(l<=o)return!1;o=l}}return!0}var b_=["January","February","March","April","May","June","July","August","September","October","November","December"],M_=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function w_(i){return i.slice(0,3)}var YT=M_.map(w_),$T=b_.map(w_),ZT={MMMM:b_,MMM:$T,WWWW:M_,WWW:YT};function Qa(i){return(i<10?"0":"")+i}function JT(i){return(i<10?"00":i<100?"0":"")+i}var KT={YYYY:i=>i.getFullYear(),YY:i=>(i.getFullYear()+"").slice(2),MMMM:(i,e)=>e.MMMM[i.getMonth()],MMM:(i,e)=>e.MMM[i.getMonth()],MM:i=>Qa(i.getMonth()+1),M:i=>i.getMonth()+1,DD:i=>Qa(i.getDate()),D:i=>i.getDate(),WWWW:(i,e)=>e.WWWW[i.getDay()],WWW:(i,e)=>e.WWW[i.getDay()],HH:i=>Qa(i.getHours()),H:i=>i.getHours(),h:i=>{let e=i.getHours();return e==0?12:e>12?e-12:e},AA:i=>i.getHours()>=12?"PM":"AM",aa:i=>i.getHours()>=12?"pm":"am",a:i=>i.getHours()>=12?"p":"a",mm:i=>Qa(i.getMinutes()),m:i=>i.getMinutes(),ss:i=>Qa(i.getSeconds()),s:i=>i.getSeconds(),fff:i=>JT(i.getMilliseconds())};function Nf(i,e){e=e||ZT;let t=[],n=/\{([a-z]+)\}|[^{]+/gi,s;for(;s=n.exec(i);)t.push(s[0][0]=="{"?KT[s[1]]:s[0]);return r=>{let o="";for(let a=0;a<t.length;a++)o+=typeof t[a]=="string"?t[a]:t[a](r,e);return o}}var jT=new Intl.DateTimeFormat().resolvedOptions().timeZone;function QT(i,e){let t;return e=="UTC"||e=="Etc/UTC"?t=new Date(+i+i.getTimezoneOffset()*6e4):e==jT?t=i:(t=new Date(i.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(i.getMilliseconds())),t}var T_=i=>i%1==0,Zh=[1,2,2.5,5],eE=rl(10,-32,0,Zh),E_=rl(10,0,32,Zh),tE=E_.filter(T_),Cr=eE.concat(E_),Uf=`
`,A_="{YYYY}",X0=Uf+A_,C_="{M}/{D}",nl=Uf+C_,Wh=nl+"/{YY}",R_="{aa}",nE="{h}:{mm}",Po=nE+R_,q0=Uf+Po,Y0=":{ss}",Nt=null;function P_(i){let e=i*1e3,t=e*60,n=t*60,s=n*24,r=s*30,o=s*365,l=(i==1?rl(10,0,3,Zh).filter(T_):rl(10,-3,0,Zh)).concat([e,e*5,e*10,e*15,e*30,t,t*5,t*10,t*15,t*30,n,n*2,n*3,n*4,n*6,n*8,n*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,r,r*2,r*3,r*4,r*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,A_,Nt,Nt,Nt,Nt,Nt,Nt,1],[s*28,"{MMM}",X0,Nt,Nt,Nt,Nt,Nt,1],[s,C_,X0,Nt,Nt,Nt,Nt,Nt,1],[n,"{h}"+R_,Wh,Nt,nl,Nt,Nt,Nt,1],[t,Po,Wh,Nt,nl,Nt,Nt,Nt,1],[e,Y0,Wh+" "+Po,Nt,nl+" "+Po,Nt,q0,Nt,1],[i,Y0+".{fff}",Wh+" "+Po,Nt,nl+" "+Po,Nt,q0,Nt,1]];function h(d){return(u,f,g,v,m,p)=>{let S=[],R=m>=o,T=m>=r&&m<o,L=d(g),A=Gt(L*i,3),x=pf(L.getFullYear(),R?0:L.getMonth(),T||R?1:L.getDate()),E=Gt(x*i,3);if(T||R){let V=T?m/r:0,F=R?m/o:0,O=A==E?A:Gt(pf(x.getFullYear()+F,x.getMonth()+V,1)*i,3),G=new Date(Pn(O/i)),X=G.getFullYear(),U=G.getMonth();for(let q=0;O<=v;q++){let J=pf(X+F*q,U+V*q,1),W=J-d(Gt(J*i,3));O=Gt((+J+W)*i,3),O<=v&&S.push(O)}}else{let V=m>=s?s:m,F=Ti(g)-Ti(A),O=E+F+jh(A-E,V);S.push(O);let G=d(O),X=G.getHours()+G.getMinutes()/t+G.getSeconds()/n,U=m/n,q=u.axes[f]._space,J=p/q;for(;O=Gt(O+m,i==1?0:3),!(O>v);)if(U>1){let W=Ti(Gt(X+U,6))%24,te=d(O).getHours()-W;te>1&&(te=-1),O-=te*n,X=(X+U)%24;let oe=S[S.length-1];Gt((O-oe)/m,3)*J>=.7&&S.push(O)}else S.push(O)}return S}}return[l,c,h]}var[iE,sE,rE]=P_(1),[oE,aE,lE]=P_(.001);rl(2,-53,53,[1]);function $0(i,e){return i.map(t=>t.map((n,s)=>s==0||s==8||n==null?n:e(s==1||t[8]==0?n:t[1]+n)))}function Z0(i,e){return(t,n,s,r,o)=>{let a=e.find(g=>o>=g[0])||e[e.length-1],l,c,h,d,u,f;return n.map(g=>{let v=i(g),m=v.getFullYear(),p=v.getMonth(),S=v.getDate(),R=v.getHours(),T=v.getMinutes(),L=v.getSeconds(),A=m!=l&&a[2]||p!=c&&a[3]||S!=h&&a[4]||R!=d&&a[5]||T!=u&&a[6]||L!=f&&a[7]||a[1];return l=m,c=p,h=S,d=R,u=T,f=L,A(v)})}}function cE(i,e){let t=Nf(e);return(n,s,r,o,a)=>s.map(l=>t(i(l)))}function pf(i,e,t){return new Date(i,e,t)}function J0(i,e){return e(i)}var hE="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function K0(i,e){return(t,n,s,r)=>r==null?Cf:e(i(n))}function uE(i,e){let t=i.series[e];return t.width?t.stroke(i,e):t.points.width?t.points.stroke(i,e):null}function dE(i,e){return i.series[e].fill(i,e)}var fE={show:!0,live:!0,isolate:!1,mount:LT,markers:{show:!0,width:2,stroke:uE,fill:dE,dash:"solid"},idx:null,idxs:null,values:[]};function pE(i,e){let t=i.cursor.points,n=Ni(),s=t.size(i,e);jt(n,el,s),jt(n,tl,s);let r=s/-2;jt(n,"marginLeft",r),jt(n,"marginTop",r);let o=t.width(i,e,s);return o&&jt(n,"borderWidth",o),n}function mE(i,e){let t=i.series[e].points;return t._fill||t._stroke}function gE(i,e){let t=i.series[e].points;return t._stroke||t._fill}function _E(i,e){return i.series[e].points.size}var mf=[0,0];function xE(i,e,t){return mf[0]=e,mf[1]=t,mf}function Xh(i,e,t,n=!0){return s=>{s.button==0&&(!n||s.target==e)&&t(s)}}function gf(i,e,t,n=!0){return s=>{(!n||s.target==e)&&t(s)}}var yE={show:!0,x:!0,y:!0,lock:!1,move:xE,points:{one:!1,show:pE,size:_E,width:0,stroke:gE,fill:mE},bind:{mousedown:Xh,mouseup:Xh,click:Xh,dblclick:Xh,mousemove:gf,mouseleave:gf,mouseenter:gf},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(i,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(i,e,t,n,s)=>n-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},I_={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Of=bn({},I_,{filter:__}),L_=bn({},Of,{size:10}),D_=bn({},I_,{show:!1}),Ff='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',N_="bold "+Ff,U_=1.5,j0={show:!0,scale:"x",stroke:Af,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:N_,side:2,grid:Of,ticks:L_,border:D_,font:Ff,lineGap:U_,rotate:0},vE="Value",SE="Time",Q0={show:!0,scale:"x",auto:!1,sorted:1,min:Vt,max:-Vt,idxs:[]};function bE(i,e,t,n,s){return e.map(r=>r==null?"":Lf(r))}function ME(i,e,t,n,s,r,o){let a=[],l=cr.get(s)||0;t=o?t:Gt(jh(t,s),l);for(let c=t;c<=n;c=Gt(c+s,l))a.push(Object.is(c,-0)?0:c);return a}function bf(i,e,t,n,s,r,o){let a=[],l=i.scales[i.axes[e].scale].log,c=l==10?Fs:p_,h=Ti(c(t));s=Lo(l,h),l==10&&(s=Cr[Zi(s,Cr)]);let d=t,u=s*l;l==10&&(u=Cr[Zi(u,Cr)]);do a.push(d),d=d+s,l==10&&!cr.has(d)&&(d=Gt(d,cr.get(s))),d>=u&&(s=d,u=s*l,l==10&&(u=Cr[Zi(u,Cr)]));while(d<=n);return a}function wE(i,e,t,n,s,r,o){let l=i.scales[i.axes[e].scale].asinh,c=n>l?bf(i,e,oi(l,t),n,s):[l],h=n>=0&&t<=0?[0]:[];return(t<-l?bf(i,e,oi(l,-n),-t,s):[l]).reverse().map(u=>-u).concat(h,c)}var O_=/./,TE=/[12357]/,EE=/[125]/,e_=/1/,Mf=(i,e,t,n)=>i.map((s,r)=>e==4&&s==0||r%n==0&&t.test(s.toExponential()[s<0?1:0])?s:null);function AE(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=i.scales[o],l=i.valToPos,c=r._space,h=l(10,o),d=l(9,o)-h>=c?O_:l(7,o)-h>=c?TE:l(5,o)-h>=c?EE:e_;if(d==e_){let u=In(l(1,o)-h);if(u<c)return Mf(e.slice().reverse(),a.distr,d,Ui(c/u)).reverse()}return Mf(e,a.distr,d,1)}function CE(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=r._space,l=i.valToPos,c=In(l(1,o)-l(2,o));return c<a?Mf(e.slice().reverse(),3,O_,Ui(a/c)).reverse():e}function RE(i,e,t,n){return n==null?Cf:e==null?"":Lf(e)}var t_={show:!0,scale:"y",stroke:Af,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:N_,side:3,grid:Of,ticks:L_,border:D_,font:Ff,lineGap:U_,rotate:0};function PE(i,e){let t=3+(i||1)*2;return Gt(t*e,3)}function IE(i,e){let{scale:t,idxs:n}=i.series[0],s=i._data[0],r=i.valToPos(s[n[0]],t,!0),o=i.valToPos(s[n[1]],t,!0),a=In(o-r),l=i.series[e],c=a/(l.points.space*Lt);return n[1]-n[0]<=c}var n_={scale:null,auto:!0,sorted:0,min:Vt,max:-Vt},F_=(i,e,t,n,s)=>s,i_={show:!0,auto:!0,sorted:0,gaps:F_,alpha:1,facets:[bn({},n_,{scale:"x"}),bn({},n_,{scale:"y"})]},s_={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:F_,alpha:1,points:{show:IE,filter:null},values:null,min:Vt,max:-Vt,idxs:[],path:null,clip:null};function LE(i,e,t,n,s){return t/10}var B_={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},DE=bn({},B_,{time:!1,ori:1}),r_={};function k_(i,e){let t=r_[i];return t||(t={key:i,plots:[],sub(n){t.plots.push(n)},unsub(n){t.plots=t.plots.filter(s=>s!=n)},pub(n,s,r,o,a,l,c){for(let h=0;h<t.plots.length;h++)t.plots[h]!=s&&t.plots[h].pub(n,s,r,o,a,l,c)}},i!=null&&(r_[i]=t)),t}var Uo=1,wf=2;function Lr(i,e,t){let n=i.mode,s=i.series[e],r=n==2?i._data[e]:i._data,o=i.scales,a=i.bbox,l=r[0],c=n==2?r[1]:r[e],h=n==2?o[s.facets[0].scale]:o[i.series[0].scale],d=n==2?o[s.facets[1].scale]:o[s.scale],u=a.left,f=a.top,g=a.width,v=a.height,m=i.valToPosH,p=i.valToPosV;return h.ori==0?t(s,l,c,h,d,m,p,u,f,g,v,tu,Fo,iu,V_,H_):t(s,l,c,h,d,p,m,f,u,v,g,nu,Bo,zf,G_,W_)}function Bf(i,e){let t=0,n=0,s=Rt(i.bands,Df);for(let r=0;r<s.length;r++){let o=s[r];o.series[0]==e?t=o.dir:o.series[1]==e&&(o.dir==1?n|=1:n|=2)}return[t,n==1?-1:n==2?1:n==3?2:0]}function NE(i,e,t,n,s){let r=i.mode,o=i.series[e],a=r==2?o.facets[1].scale:o.scale,l=i.scales[a];return s==-1?l.min:s==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function Bs(i,e,t,n,s,r){return Lr(i,e,(o,a,l,c,h,d,u,f,g,v,m)=>{let p=o.pxRound,S=c.dir*(c.ori==0?1:-1),R=c.ori==0?Fo:Bo,T,L;S==1?(T=t,L=n):(T=n,L=t);let A=p(d(a[T],c,v,f)),x=p(u(l[T],h,m,g)),E=p(d(a[L],c,v,f)),V=p(u(r==1?h.max:h.min,h,m,g)),F=new Path2D(s);return R(F,E,V),R(F,A,V),R(F,A,x),F})}function eu(i,e,t,n,s,r){let o=null;if(i.length>0){o=new Path2D;let a=e==0?iu:zf,l=t;for(let d=0;d<i.length;d++){let u=i[d];if(u[1]>u[0]){let f=u[0]-l;f>0&&a(o,l,n,f,n+r),l=u[1]}}let c=t+s-l,h=10;c>0&&a(o,l,n-h/2,c,n+r+h)}return o}function UE(i,e,t){let n=i[i.length-1];n&&n[0]==e?n[1]=t:i.push([e,t])}function kf(i,e,t,n,s,r,o){let a=[],l=i.length;for(let c=s==1?t:n;c>=t&&c<=n;c+=s)if(e[c]===null){let d=c,u=c;if(s==1)for(;++c<=n&&e[c]===null;)u=c;else for(;--c>=t&&e[c]===null;)u=c;let f=r(i[d]),g=u==d?f:r(i[u]),v=d-s;f=o<=0&&v>=0&&v<l?r(i[v]):f;let p=u+s;g=o>=0&&p>=0&&p<l?r(i[p]):g,g>=f&&a.push([f,g])}return a}function o_(i){return i==0?g_:i==1?Pn:e=>Ar(e,i)}function z_(i){let e=i==0?tu:nu,t=i==0?(s,r,o,a,l,c)=>{s.arcTo(r,o,a,l,c)}:(s,r,o,a,l,c)=>{s.arcTo(o,r,l,a,c)},n=i==0?(s,r,o,a,l)=>{s.rect(r,o,a,l)}:(s,r,o,a,l)=>{s.rect(o,r,l,a)};return(s,r,o,a,l,c=0,h=0)=>{c==0&&h==0?n(s,r,o,a,l):(c=Ji(c,a/2,l/2),h=Ji(h,a/2,l/2),e(s,r+c,o),t(s,r+a,o,r+a,o+l,c),t(s,r+a,o+l,r,o+l,h),t(s,r,o+l,r,o,h),t(s,r,o,r+a,o,c),s.closePath())}}var tu=(i,e,t)=>{i.moveTo(e,t)},nu=(i,e,t)=>{i.moveTo(t,e)},Fo=(i,e,t)=>{i.lineTo(e,t)},Bo=(i,e,t)=>{i.lineTo(t,e)},iu=z_(0),zf=z_(1),V_=(i,e,t,n,s,r)=>{i.arc(e,t,n,s,r)},G_=(i,e,t,n,s,r)=>{i.arc(t,e,n,s,r)},H_=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(e,t,n,s,r,o)},W_=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(t,e,s,n,o,r)};function X_(i){return(e,t,n,s,r)=>Lr(e,t,(o,a,l,c,h,d,u,f,g,v,m)=>{let{pxRound:p,points:S}=o,R,T;c.ori==0?(R=tu,T=V_):(R=nu,T=G_);let L=Gt(S.width*Lt,3),A=(S.size-S.width)/2*Lt,x=Gt(A*2,3),E=new Path2D,V=new Path2D,{left:F,top:O,width:G,height:X}=e.bbox;iu(V,F-x,O-x,G+x*2,X+x*2);let U=q=>{if(l[q]!=null){let J=p(d(a[q],c,v,f)),W=p(u(l[q],h,m,g));R(E,J+A,W),T(E,J,W,A,0,qh*2)}};if(r)r.forEach(U);else for(let q=n;q<=s;q++)U(q);return{stroke:L>0?E:null,fill:E,clip:V,flags:Uo|wf}})}function q_(i){return(e,t,n,s,r,o)=>{n!=s&&(r!=n&&o!=n&&i(e,t,n),r!=s&&o!=s&&i(e,t,s),i(e,t,o))}}var OE=q_(Fo),FE=q_(Bo);function Y_(i){let e=Rt(i?.alignGaps,0);return(t,n,s,r)=>Lr(t,n,(o,a,l,c,h,d,u,f,g,v,m)=>{[s,r]=Jh(l,s,r);let p=o.pxRound,S=X=>p(d(X,c,v,f)),R=X=>p(u(X,h,m,g)),T,L;c.ori==0?(T=Fo,L=OE):(T=Bo,L=FE);let A=c.dir*(c.ori==0?1:-1),x={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Uo},E=x.stroke,V=!1;if(r-s>=v*4){let X=fe=>t.posToVal(fe,c.key,!0),U=null,q=null,J,W,ue,Q=S(a[A==1?s:r]),te=S(a[s]),oe=S(a[r]),pe=X(A==1?te+1:oe-1);for(let fe=A==1?s:r;fe>=s&&fe<=r;fe+=A){let ne=a[fe],ve=(A==1?ne<pe:ne>pe)?Q:S(ne),Re=l[fe];ve==Q?Re!=null?(W=Re,U==null?(T(E,ve,R(W)),J=U=q=W):W<U?U=W:W>q&&(q=W)):Re===null&&(V=!0):(U!=null&&L(E,Q,R(U),R(q),R(J),R(W)),Re!=null?(W=Re,T(E,ve,R(W)),U=q=J=W):(U=q=null,Re===null&&(V=!0)),Q=ve,pe=X(Q+A))}U!=null&&U!=q&&ue!=Q&&L(E,Q,R(U),R(q),R(J),R(W))}else for(let X=A==1?s:r;X>=s&&X<=r;X+=A){let U=l[X];U===null?V=!0:U!=null&&T(E,S(a[X]),R(U))}let[O,G]=Bf(t,n);if(o.fill!=null||O!=0){let X=x.fill=new Path2D(E),U=o.fillTo(t,n,o.min,o.max,O),q=R(U),J=S(a[s]),W=S(a[r]);A==-1&&([W,J]=[J,W]),T(X,W,q),T(X,J,q)}if(!o.spanGaps){let X=[];V&&X.push(...kf(a,l,s,r,A,S,e)),x.gaps=X=o.gaps(t,n,s,r,X),x.clip=eu(X,c.ori,f,g,v,m)}return G!=0&&(x.band=G==2?[Bs(t,n,s,r,E,-1),Bs(t,n,s,r,E,1)]:Bs(t,n,s,r,E,G)),x})}function BE(i){let e=Rt(i.align,1),t=Rt(i.ascDesc,!1),n=Rt(i.alignGaps,0),s=Rt(i.extend,!1);return(r,o,a,l)=>Lr(r,o,(c,h,d,u,f,g,v,m,p,S,R)=>{[a,l]=Jh(d,a,l);let T=c.pxRound,{left:L,width:A}=r.bbox,x=te=>T(g(te,u,S,m)),E=te=>T(v(te,f,R,p)),V=u.ori==0?Fo:Bo,F={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Uo},O=F.stroke,G=u.dir*(u.ori==0?1:-1),X=E(d[G==1?a:l]),U=x(h[G==1?a:l]),q=U,J=U;s&&e==-1&&(J=L,V(O,J,X)),V(O,U,X);for(let te=G==1?a:l;te>=a&&te<=l;te+=G){let oe=d[te];if(oe==null)continue;let pe=x(h[te]),fe=E(oe);e==1?V(O,pe,X):V(O,q,fe),V(O,pe,fe),X=fe,q=pe}let W=q;s&&e==1&&(W=L+A,V(O,W,X));let[ue,Q]=Bf(r,o);if(c.fill!=null||ue!=0){let te=F.fill=new Path2D(O),oe=c.fillTo(r,o,c.min,c.max,ue),pe=E(oe);V(te,W,pe),V(te,J,pe)}if(!c.spanGaps){let te=[];te.push(...kf(h,d,a,l,G,x,n));let oe=c.width*Lt/2,pe=t||e==1?oe:-oe,fe=t||e==-1?-oe:oe;te.forEach(ne=>{ne[0]+=pe,ne[1]+=fe}),F.gaps=te=c.gaps(r,o,a,l,te),F.clip=eu(te,u.ori,m,p,S,R)}return Q!=0&&(F.band=Q==2?[Bs(r,o,a,l,O,-1),Bs(r,o,a,l,O,1)]:Bs(r,o,a,l,O,Q)),F})}function a_(i,e,t,n,s,r,o=Vt){if(i.length>1){let a=null;for(let l=0,c=1/0;l<i.length;l++)if(e[l]!==void 0){if(a!=null){let h=In(i[l]-i[a]);h<c&&(c=h,o=In(t(i[l],n,s,r)-t(i[a],n,s,r)))}a=l}}return o}function kE(i){i=i||sl;let e=Rt(i.size,[.6,Vt,1]),t=i.align||0,n=i.gap||0,s=i.radius;s=s==null?[0,0]:typeof s=="number"?[s,0]:s;let r=Et(s),o=1-e[0],a=Rt(e[1],Vt),l=Rt(e[2],1),c=Rt(i.disp,sl),h=Rt(i.each,f=>{}),{fill:d,stroke:u}=c;return(f,g,v,m)=>Lr(f,g,(p,S,R,T,L,A,x,E,V,F,O)=>{let G=p.pxRound,X=t,U=n*Lt,q=a*Lt,J=l*Lt,W,ue;T.ori==0?[W,ue]=r(f,g):[ue,W]=r(f,g);let Q=T.dir*(T.ori==0?1:-1),te=T.ori==0?iu:zf,oe=T.ori==0?h:(Ie,Ke,ht,Te,zt,He,$e)=>{h(Ie,Ke,ht,zt,Te,$e,He)},pe=Rt(f.bands,Df).find(Ie=>Ie.series[0]==g),fe=pe!=null?pe.dir:0,ne=p.fillTo(f,g,p.min,p.max,fe),_e=G(x(ne,L,O,V)),ve,Re,we,qe=F,ct=G(p.width*Lt),We=!1,_t=null,pt=null,rt=null,Qt=null;d!=null&&(ct==0||u!=null)&&(We=!0,_t=d.values(f,g,v,m),pt=new Map,new Set(_t).forEach(Ie=>{Ie!=null&&pt.set(Ie,new Path2D)}),ct>0&&(rt=u.values(f,g,v,m),Qt=new Map,new Set(rt).forEach(Ie=>{Ie!=null&&Qt.set(Ie,new Path2D)})));let{x0:Ht,size:mn}=c;if(Ht!=null&&mn!=null){X=1,S=Ht.values(f,g,v,m),Ht.unit==2&&(S=S.map(ht=>f.posToVal(E+ht*F,T.key,!0)));let Ie=mn.values(f,g,v,m);mn.unit==2?Re=Ie[0]*F:Re=A(Ie[0],T,F,E)-A(0,T,F,E),qe=a_(S,R,A,T,F,E,qe),we=qe-Re+U}else qe=a_(S,R,A,T,F,E,qe),we=qe*o+U,Re=qe-we;we<1&&(we=0),ct>=Re/2&&(ct=0),we<5&&(G=g_);let Bt=we>0,Ln=qe-we-(Bt?ct:0);Re=G(Sf(Ln,J,q)),ve=(X==0?Re/2:X==Q?0:Re)-X*Q*((X==0?U/2:0)+(Bt?ct/2:0));let At={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Mn=We?null:new Path2D,rn=null;if(pe!=null)rn=f.data[pe.series[1]];else{let{y0:Ie,y1:Ke}=c;Ie!=null&&Ke!=null&&(R=Ke.values(f,g,v,m),rn=Ie.values(f,g,v,m))}let gn=W*Re,k=ue*Re;for(let Ie=Q==1?v:m;Ie>=v&&Ie<=m;Ie+=Q){let Ke=R[Ie];if(Ke==null)continue;if(rn!=null){let Y=rn[Ie]??0;if(Ke-Y==0)continue;_e=x(Y,L,O,V)}let ht=T.distr!=2||c!=null?S[Ie]:Ie,Te=A(ht,T,F,E),zt=x(Rt(Ke,ne),L,O,V),He=G(Te-ve),$e=G(oi(zt,_e)),P=G(Ji(zt,_e)),b=$e-P;if(Ke!=null){let Y=Ke<0?k:gn,de=Ke<0?gn:k;We?(ct>0&&rt[Ie]!=null&&te(Qt.get(rt[Ie]),He,P+Ti(ct/2),Re,oi(0,b-ct),Y,de),_t[Ie]!=null&&te(pt.get(_t[Ie]),He,P+Ti(ct/2),Re,oi(0,b-ct),Y,de)):te(Mn,He,P+Ti(ct/2),Re,oi(0,b-ct),Y,de),oe(f,g,Ie,He-ct/2,P,Re+ct,b)}}return ct>0?At.stroke=We?Qt:Mn:We||(At._fill=p.width==0?p._fill:p._stroke??p._fill,At.width=0),At.fill=We?pt:Mn,At})}function zE(i,e){let t=Rt(e?.alignGaps,0);return(n,s,r,o)=>Lr(n,s,(a,l,c,h,d,u,f,g,v,m,p)=>{[r,o]=Jh(c,r,o);let S=a.pxRound,R=W=>S(u(W,h,m,g)),T=W=>S(f(W,d,p,v)),L,A,x;h.ori==0?(L=tu,x=Fo,A=H_):(L=nu,x=Bo,A=W_);let E=h.dir*(h.ori==0?1:-1),V=R(l[E==1?r:o]),F=V,O=[],G=[];for(let W=E==1?r:o;W>=r&&W<=o;W+=E)if(c[W]!=null){let Q=l[W],te=R(Q);O.push(F=te),G.push(T(c[W]))}let X={stroke:i(O,G,L,x,A,S),fill:null,clip:null,band:null,gaps:null,flags:Uo},U=X.stroke,[q,J]=Bf(n,s);if(a.fill!=null||q!=0){let W=X.fill=new Path2D(U),ue=a.fillTo(n,s,a.min,a.max,q),Q=T(ue);x(W,F,Q),x(W,V,Q)}if(!a.spanGaps){let W=[];W.push(...kf(l,c,r,o,E,R,t)),X.gaps=W=a.gaps(n,s,r,o,W),X.clip=eu(W,h.ori,g,v,m,p)}return J!=0&&(X.band=J==2?[Bs(n,s,r,o,U,-1),Bs(n,s,r,o,U,1)]:Bs(n,s,r,o,U,J)),X})}function VE(i){return zE(GE,i)}function GE(i,e,t,n,s,r){let o=i.length;if(o<2)return null;let a=new Path2D;if(t(a,i[0],e[0]),o==2)n(a,i[1],e[1]);else{let l=Array(o),c=Array(o-1),h=Array(o-1),d=Array(o-1);for(let u=0;u<o-1;u++)h[u]=e[u+1]-e[u],d[u]=i[u+1]-i[u],c[u]=h[u]/d[u];l[0]=c[0];for(let u=1;u<o-1;u++)c[u]===0||c[u-1]===0||c[u-1]>0!=c[u]>0?l[u]=0:(l[u]=3*(d[u-1]+d[u])/((2*d[u]+d[u-1])/c[u-1]+(d[u]+2*d[u-1])/c[u]),isFinite(l[u])||(l[u]=0));l[o-1]=c[o-2];for(let u=0;u<o-1;u++)s(a,i[u]+d[u]/3,e[u]+l[u]*d[u]/3,i[u+1]-d[u]/3,e[u+1]-l[u+1]*d[u]/3,i[u+1],e[u+1])}return a}var Tf=new Set;function l_(){for(let i of Tf)i.syncRect(!0)}Oo&&(Pr(bT,Io,l_),Pr(MT,Io,l_,!0),Pr(Yh,Io,()=>{Hn.pxRatio=Lt}));var HE=Y_(),WE=X_();function c_(i,e,t,n){return(n?[i[0],i[1]].concat(i.slice(2)):[i[0]].concat(i.slice(1))).map((r,o)=>Ef(r,o,e,t))}function XE(i,e){return i.map((t,n)=>n==0?{}:bn({},e,t))}function Ef(i,e,t,n){return bn({},e==0?t:n,i)}function $_(i,e,t){return e==null?Do:[e,t]}var qE=$_;function YE(i,e,t){return e==null?Do:$h(e,t,If,!0)}function Z_(i,e,t,n){return e==null?Do:Kh(e,t,i.scales[n].log,!1)}var $E=Z_;function J_(i,e,t,n){return e==null?Do:Pf(e,t,i.scales[n].log,!1)}var ZE=J_;function JE(i,e,t,n,s){let r=oi(V0(i),V0(e)),o=e-i,a=Zi(s/n*o,t);do{let l=t[a],c=n*l/o;if(c>=s&&r+(l<5?cr.get(l):0)<=17)return[l,c]}while(++a<t.length);return[0,0]}function h_(i){let e,t;return i=i.replace(/(\d+)px/,(n,s)=>(e=Pn((t=+s)*Lt))+"px"),[i,e,t]}function KE(i){i.show&&[i.font,i.labelFont].forEach(e=>{let t=Gt(e[2]*Lt,1);e[0]=e[0].replace(/[0-9.]+px/,t+"px"),e[1]=t})}function Hn(i,e,t){let n={mode:Rt(i.mode,1)},s=n.mode;function r(_,M,D,N){let H=M.valToPct(_);return N+D*(M.dir==-1?1-H:H)}function o(_,M,D,N){let H=M.valToPct(_);return N+D*(M.dir==-1?H:1-H)}function a(_,M,D,N){return M.ori==0?r(_,M,D,N):o(_,M,D,N)}n.valToPosH=r,n.valToPosV=o;let l=!1;n.status=0;let c=n.root=Ni(sT);if(i.id!=null&&(c.id=i.id),wi(c,i.class),i.title){let _=Ni(aT,c);_.textContent=i.title}let h=$i("canvas"),d=n.ctx=h.getContext("2d"),u=Ni(lT,c);Pr("click",u,_=>{_.target===g&&(qt!=kr||en!=zr)&&Vn.click(n,_)},!0);let f=n.under=Ni(cT,u);u.appendChild(h);let g=n.over=Ni(hT,u);i=No(i);let v=+Rt(i.pxAlign,1),m=o_(v);(i.plugins||[]).forEach(_=>{_.opts&&(i=_.opts(n,i)||i)});let p=i.ms||.001,S=n.series=s==1?c_(i.series||[],Q0,s_,!1):XE(i.series||[null],i_),R=n.axes=c_(i.axes||[],j0,t_,!0),T=n.scales={},L=n.bands=i.bands||[];L.forEach(_=>{_.fill=Et(_.fill||null),_.dir=Rt(_.dir,-1)});let A=s==2?S[1].facets[0].scale:S[0].scale,x={axes:_s,series:yt},E=(i.drawOrder||["axes","series"]).map(_=>x[_]);function V(_){let M=_.distr==3?D=>Fs(D>0?D:_.clamp(n,D,_.min,_.max,_.key)):_.distr==4?D=>ff(D,_.asinh):_.distr==100?D=>_.fwd(D):D=>D;return D=>{let N=M(D),{_min:H,_max:j}=_,ce=j-H;return(N-H)/ce}}function F(_){let M=T[_];if(M==null){let D=(i.scales||sl)[_]||sl;if(D.from!=null){F(D.from);let N=bn({},T[D.from],D,{key:_});N.valToPct=V(N),T[_]=N}else{M=T[_]=bn({},_==A?B_:DE,D),M.key=_;let N=M.time,H=M.range,j=lr(H);if((_!=A||s==2&&!N)&&(j&&(H[0]==null||H[1]==null)&&(H={min:H[0]==null?B0:{mode:1,hard:H[0],soft:H[0]},max:H[1]==null?B0:{mode:1,hard:H[1],soft:H[1]}},j=!1),!j&&Qh(H))){let ce=H;H=(me,be,Oe)=>be==null?Do:$h(be,Oe,ce)}M.range=Et(H||(N?qE:_==A?M.distr==3?$E:M.distr==4?ZE:$_:M.distr==3?Z_:M.distr==4?J_:YE)),M.auto=Et(j?!1:M.auto),M.clamp=Et(M.clamp||LE),M._min=M._max=null,M.valToPct=V(M)}}}F("x"),F("y"),s==1&&S.forEach(_=>{F(_.scale)}),R.forEach(_=>{F(_.scale)});for(let _ in i.scales)F(_);let O=T[A],G=O.distr,X,U;O.ori==0?(wi(c,rT),X=r,U=o):(wi(c,oT),X=o,U=r);let q={};for(let _ in T){let M=T[_];(M.min!=null||M.max!=null)&&(q[_]={min:M.min,max:M.max},M.min=M.max=null)}let J=i.tzDate||(_=>new Date(Pn(_/p))),W=i.fmtDate||Nf,ue=p==1?rE(J):lE(J),Q=Z0(J,$0(p==1?sE:aE,W)),te=K0(J,J0(hE,W)),oe=[],pe=n.legend=bn({},fE,i.legend),fe=n.cursor=bn({},yE,{drag:{y:s==2}},i.cursor),ne=pe.show,_e=fe.show,ve=pe.markers;pe.idxs=oe,ve.width=Et(ve.width),ve.dash=Et(ve.dash),ve.stroke=Et(ve.stroke),ve.fill=Et(ve.fill);let Re,we,qe,ct=[],We=[],_t,pt=!1,rt={};if(pe.live){let _=S[1]?S[1].values:null;pt=_!=null,_t=pt?_(n,1,0):{_:0};for(let M in _t)rt[M]=Cf}if(ne)if(Re=$i("table",gT,c),qe=$i("tbody",null,Re),pe.mount(n,Re),pt){we=$i("thead",null,Re,qe);let _=$i("tr",null,we);$i("th",null,_);for(var Qt in _t)$i("th",T0,_).textContent=Qt}else wi(Re,xT),pe.live&&wi(Re,_T);let Ht={show:!0},mn={show:!1};function Bt(_,M){if(M==0&&(pt||!pe.live||s==2))return Do;let D=[],N=$i("tr",yT,qe,qe.childNodes[M]);wi(N,_.class),_.show||wi(N,Rr);let H=$i("th",null,N);if(ve.show){let me=Ni(vT,H);if(M>0){let be=ve.width(n,M);be&&(me.style.border=be+"px "+ve.dash(n,M)+" "+ve.stroke(n,M)),me.style.background=ve.fill(n,M)}}let j=Ni(T0,H);_.label instanceof HTMLElement?j.appendChild(_.label):j.textContent=_.label,M>0&&(ve.show||(j.style.color=_.width>0?ve.stroke(n,M):ve.fill(n,M)),At("click",H,me=>{if(fe._lock)return;et(me);let be=S.indexOf(_);if((me.ctrlKey||me.metaKey)!=pe.isolate){let Oe=S.some((Fe,ke)=>ke>0&&ke!=be&&Fe.show);S.forEach((Fe,ke)=>{ke>0&&es(ke,Oe?ke==be?Ht:mn:Ht,!0,vn.setSeries)})}else es(be,{show:!_.show},!0,vn.setSeries)},!1),tt&&At(R0,H,me=>{fe._lock||(et(me),es(S.indexOf(_),Gr,!0,vn.setSeries))},!1));for(var ce in _t){let me=$i("td",ST,N);me.textContent="--",D.push(me)}return[N,D]}let Ln=new Map;function At(_,M,D,N=!0){let H=Ln.get(M)||{},j=fe.bind[_](n,M,D,N);j&&(Pr(_,M,H[_]=j),Ln.set(M,H))}function Mn(_,M,D){let N=Ln.get(M)||{};for(let H in N)(_==null||H==_)&&(vf(H,M,N[H]),delete N[H]);_==null&&Ln.delete(M)}let rn=0,gn=0,k=0,Ie=0,Ke=0,ht=0,Te=Ke,zt=ht,He=k,$e=Ie,P=0,b=0,Y=0,de=0;n.bbox={};let le=!1,ye=!1,Se=!1,ie=!1,re=!1,ge=!1;function B(_,M,D){(D||_!=n.width||M!=n.height)&&ae(_,M),mt(!1),Se=!0,ye=!0,Wn()}function ae(_,M){n.width=rn=k=_,n.height=gn=Ie=M,Ke=ht=0,Me(),Xe();let D=n.bbox;P=D.left=Ar(Ke*Lt,.5),b=D.top=Ar(ht*Lt,.5),Y=D.width=Ar(k*Lt,.5),de=D.height=Ar(Ie*Lt,.5)}let se=3;function Ee(){let _=!1,M=0;for(;!_;){M++;let D=Or(M),N=Qi(M);_=M==se||D&&N,_||(ae(n.width,n.height),ye=!0)}}function xe({width:_,height:M}){B(_,M)}n.setSize=xe;function Me(){let _=!1,M=!1,D=!1,N=!1;R.forEach((H,j)=>{if(H.show&&H._show){let{side:ce,_size:me}=H,be=ce%2,Oe=H.label!=null?H.labelSize:0,Fe=me+Oe;Fe>0&&(be?(k-=Fe,ce==3?(Ke+=Fe,N=!0):D=!0):(Ie-=Fe,ce==0?(ht+=Fe,_=!0):M=!0))}}),Ki[0]=_,Ki[1]=D,Ki[2]=M,Ki[3]=N,k-=Oi[1]+Oi[3],Ke+=Oi[3],Ie-=Oi[2]+Oi[0],ht+=Oi[0]}function Xe(){let _=Ke+k,M=ht+Ie,D=Ke,N=ht;function H(j,ce){switch(j){case 1:return _+=ce,_-ce;case 2:return M+=ce,M-ce;case 3:return D-=ce,D+ce;case 0:return N-=ce,N+ce}}R.forEach((j,ce)=>{if(j.show&&j._show){let me=j.side;j._pos=H(me,j._size),j.label!=null&&(j._lpos=H(me,j.labelSize))}})}if(fe.dataIdx==null){let _=fe.hover,M=_.skip=new Set(_.skip??[]);M.add(void 0);let D=_.prox=Et(_.prox),N=_.bias??=0;fe.dataIdx=(H,j,ce,me)=>{if(j==0)return ce;let be=ce,Oe=D(H,j,ce,me)??Vt,Fe=Oe>=0&&Oe<Vt,ke=O.ori==0?k:Ie,ot=fe.left,Pt=e[0],Ct=e[j];if(M.has(Ct[ce])){be=null;let bt=null,Qe=null,Ye;if(N==0||N==-1)for(Ye=ce;bt==null&&Ye-- >0;)M.has(Ct[Ye])||(bt=Ye);if(N==0||N==1)for(Ye=ce;Qe==null&&Ye++<Ct.length;)M.has(Ct[Ye])||(Qe=Ye);if(bt!=null||Qe!=null)if(Fe){let $t=bt==null?-1/0:X(Pt[bt],O,ke,0),ln=Qe==null?1/0:X(Pt[Qe],O,ke,0),On=ot-$t,kt=ln-ot;On<=kt?On<=Oe&&(be=bt):kt<=Oe&&(be=Qe)}else be=Qe==null?bt:bt==null?Qe:ce-bt<=Qe-ce?bt:Qe}else Fe&&In(ot-X(Pt[ce],O,ke,0))>Oe&&(be=null);return be}}let et=_=>{fe.event=_};fe.idxs=oe,fe._lock=!1;let he=fe.points;he.show=Et(he.show),he.size=Et(he.size),he.stroke=Et(he.stroke),he.width=Et(he.width),he.fill=Et(he.fill);let ze=n.focus=bn({},i.focus||{alpha:.3},fe.focus),tt=ze.prox>=0,Pe=tt&&he.one,dt=[],Xt=[],Kn=[];function Go(_,M){let D=he.show(n,M);if(D instanceof HTMLElement)return wi(D,mT),wi(D,_.class),fs(D,-10,-10,k,Ie),g.insertBefore(D,dt[M]),D}function Dr(_,M){if(s==1||M>0){let D=s==1&&T[_.scale].time,N=_.value;_.value=D?W0(N)?K0(J,J0(N,W)):N||te:N||RE,_.label=_.label||(D?SE:vE)}if(Pe||M>0){_.width=_.width==null?1:_.width,_.paths=_.paths||HE||DT,_.fillTo=Et(_.fillTo||NE),_.pxAlign=+Rt(_.pxAlign,v),_.pxRound=o_(_.pxAlign),_.stroke=Et(_.stroke||null),_.fill=Et(_.fill||null),_._stroke=_._fill=_._paths=_._focus=null;let D=PE(oi(1,_.width),1),N=_.points=bn({},{size:D,width:oi(1,D*.2),stroke:_.stroke,space:D*2,paths:WE,_stroke:null,_fill:null},_.points);N.show=Et(N.show),N.filter=Et(N.filter),N.fill=Et(N.fill),N.stroke=Et(N.stroke),N.paths=Et(N.paths),N.pxAlign=_.pxAlign}if(ne){let D=Bt(_,M);ct.splice(M,0,D[0]),We.splice(M,0,D[1]),pe.values.push(null)}if(_e){oe.splice(M,0,null);let D=null;Pe?M==0&&(D=Go(_,M)):M>0&&(D=Go(_,M)),dt.splice(M,0,D),Xt.splice(M,0,0),Kn.splice(M,0,0)}Un("addSeries",M)}function xu(_,M){M=M??S.length,_=s==1?Ef(_,M,Q0,s_):Ef(_,M,{},i_),S.splice(M,0,_),Dr(S[M],M)}n.addSeries=xu;function ul(_){if(S.splice(_,1),ne){pe.values.splice(_,1),We.splice(_,1);let M=ct.splice(_,1)[0];Mn(null,M.firstChild),M.remove()}_e&&(oe.splice(_,1),dt.splice(_,1)[0].remove(),Xt.splice(_,1),Kn.splice(_,1)),Un("delSeries",_)}n.delSeries=ul;let Ki=[!1,!1,!1,!1];function ps(_,M){if(_._show=_.show,_.show){let D=_.side%2,N=T[_.scale];N==null&&(_.scale=D?S[1].scale:A,N=T[_.scale]);let H=N.time;_.size=Et(_.size),_.space=Et(_.space),_.rotate=Et(_.rotate),lr(_.incrs)&&_.incrs.forEach(ce=>{!cr.has(ce)&&cr.set(ce,y_(ce))}),_.incrs=Et(_.incrs||(N.distr==2?tE:H?p==1?iE:oE:Cr)),_.splits=Et(_.splits||(H&&N.distr==1?ue:N.distr==3?bf:N.distr==4?wE:ME)),_.stroke=Et(_.stroke),_.grid.stroke=Et(_.grid.stroke),_.ticks.stroke=Et(_.ticks.stroke),_.border.stroke=Et(_.border.stroke);let j=_.values;_.values=lr(j)&&!lr(j[0])?Et(j):H?lr(j)?Z0(J,$0(j,W)):W0(j)?cE(J,j):j||Q:j||bE,_.filter=Et(_.filter||(N.distr>=3&&N.log==10?AE:N.distr==3&&N.log==2?CE:__)),_.font=h_(_.font),_.labelFont=h_(_.labelFont),_._size=_.size(n,null,M,0),_._space=_._rotate=_._incrs=_._found=_._splits=_._values=null,_._size>0&&(Ki[M]=!0,_._el=Ni(uT,u))}}function ms(_,M,D,N){let[H,j,ce,me]=D,be=M%2,Oe=0;return be==0&&(me||j)&&(Oe=M==0&&!H||M==2&&!ce?Pn(j0.size/3):0),be==1&&(H||ce)&&(Oe=M==1&&!j||M==3&&!me?Pn(t_.size/2):0),Oe}let Ho=n.padding=(i.padding||[ms,ms,ms,ms]).map(_=>Et(Rt(_,ms))),Oi=n._padding=Ho.map((_,M)=>_(n,M,Ki,0)),on,dn=null,fn=null,ji=s==1?S[0].idxs:null,hi=null,ks=!1;function Wo(_,M){if(e=_??[],n.data=n._data=e,s==2){on=0;for(let D=1;D<S.length;D++)on+=e[D][0].length}else{e.length==0&&(n.data=n._data=e=[[]]),hi=e[0],on=hi.length;let D=e;if(G==2){D=e.slice();let N=D[0]=Array(on);for(let H=0;H<on;H++)N[H]=H}n._data=e=D}if(mt(!0),Un("setData"),G==2&&(Se=!0),M!==!1){let D=O;D.auto(n,ks)?Xo():Gs(A,D.min,D.max),ie=ie||fe.left>=0,ge=!0,Wn()}}n.setData=Wo;function Xo(){ks=!0;let _,M;s==1&&(on>0?(dn=ji[0]=0,fn=ji[1]=on-1,_=e[0][dn],M=e[0][fn],G==2?(_=dn,M=fn):_==M&&(G==3?[_,M]=Kh(_,_,O.log,!1):G==4?[_,M]=Pf(_,_,O.log,!1):O.time?M=_+Pn(86400/p):[_,M]=$h(_,M,If,!0))):(dn=ji[0]=_=null,fn=ji[1]=M=null)),Gs(A,_,M)}let Nr,zs,Ur,w,z,ee,Z,K,Ae,Le;function Ce(_,M,D,N,H,j){_??=A0,D??=Df,N??="butt",H??=A0,j??="round",_!=Nr&&(d.strokeStyle=Nr=_),H!=zs&&(d.fillStyle=zs=H),M!=Ur&&(d.lineWidth=Ur=M),j!=z&&(d.lineJoin=z=j),N!=ee&&(d.lineCap=ee=N),D!=w&&d.setLineDash(w=D)}function De(_,M,D,N){M!=zs&&(d.fillStyle=zs=M),_!=Z&&(d.font=Z=_),D!=K&&(d.textAlign=K=D),N!=Ae&&(d.textBaseline=Ae=N)}function Ge(_,M,D,N,H=0){if(N.length>0&&_.auto(n,ks)&&(M==null||M.min==null)){let j=Rt(dn,0),ce=Rt(fn,N.length-1),me=D.min==null?AT(N,j,ce,H,_.distr==3):[D.min,D.max];_.min=Ji(_.min,D.min=me[0]),_.max=oi(_.max,D.max=me[1])}}let it={min:null,max:null};function xt(){for(let N in T){let H=T[N];q[N]==null&&(H.min==null||q[A]!=null&&H.auto(n,ks))&&(q[N]=it)}for(let N in T){let H=T[N];q[N]==null&&H.from!=null&&q[H.from]!=null&&(q[N]=it)}q[A]!=null&&mt(!0);let _={};for(let N in q){let H=q[N];if(H!=null){let j=_[N]=No(T[N],OT);if(H.min!=null)bn(j,H);else if(N!=A||s==2)if(on==0&&j.from==null){let ce=j.range(n,null,null,N);j.min=ce[0],j.max=ce[1]}else j.min=Vt,j.max=-Vt}}if(on>0){S.forEach((N,H)=>{if(s==1){let j=N.scale,ce=q[j];if(ce==null)return;let me=_[j];if(H==0){let be=me.range(n,me.min,me.max,j);me.min=be[0],me.max=be[1],dn=Zi(me.min,e[0]),fn=Zi(me.max,e[0]),fn-dn>1&&(e[0][dn]<me.min&&dn++,e[0][fn]>me.max&&fn--),N.min=hi[dn],N.max=hi[fn]}else N.show&&N.auto&&Ge(me,ce,N,e[H],N.sorted);N.idxs[0]=dn,N.idxs[1]=fn}else if(H>0&&N.show&&N.auto){let[j,ce]=N.facets,me=j.scale,be=ce.scale,[Oe,Fe]=e[H],ke=_[me],ot=_[be];ke!=null&&Ge(ke,q[me],j,Oe,j.sorted),ot!=null&&Ge(ot,q[be],ce,Fe,ce.sorted),N.min=ce.min,N.max=ce.max}});for(let N in _){let H=_[N],j=q[N];if(H.from==null&&(j==null||j.min==null)){let ce=H.range(n,H.min==Vt?null:H.min,H.max==-Vt?null:H.max,N);H.min=ce[0],H.max=ce[1]}}}for(let N in _){let H=_[N];if(H.from!=null){let j=_[H.from];if(j.min==null)H.min=H.max=null;else{let ce=H.range(n,j.min,j.max,N);H.min=ce[0],H.max=ce[1]}}}let M={},D=!1;for(let N in _){let H=_[N],j=T[N];if(j.min!=H.min||j.max!=H.max){j.min=H.min,j.max=H.max;let ce=j.distr;j._min=ce==3?Fs(j.min):ce==4?ff(j.min,j.asinh):ce==100?j.fwd(j.min):j.min,j._max=ce==3?Fs(j.max):ce==4?ff(j.max,j.asinh):ce==100?j.fwd(j.max):j.max,M[N]=D=!0}}if(D){S.forEach((N,H)=>{s==2?H>0&&M.y&&(N._paths=null):M[N.scale]&&(N._paths=null)});for(let N in M)Se=!0,Un("setScale",N);_e&&fe.left>=0&&(ie=ge=!0)}for(let N in q)q[N]=null}function Ve(_){let M=Sf(dn-1,0,on-1),D=Sf(fn+1,0,on-1);for(;_[M]==null&&M>0;)M--;for(;_[D]==null&&D<on-1;)D++;return[M,D]}function yt(){if(on>0){let _=S.some(M=>M._focus)&&Le!=ze.alpha;_&&(d.globalAlpha=Le=ze.alpha),S.forEach((M,D)=>{if(D>0&&M.show&&(sn(D,!1),sn(D,!0),M._paths==null)){let N=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha);let H=s==2?[0,e[D][0].length-1]:Ve(e[D]);M._paths=M.paths(n,D,H[0],H[1]),Le!=N&&(d.globalAlpha=Le=N)}}),S.forEach((M,D)=>{if(D>0&&M.show){let N=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha),M._paths!=null&&Ut(D,!1);{let H=M._paths!=null?M._paths.gaps:null,j=M.points.show(n,D,dn,fn,H),ce=M.points.filter(n,D,j,H);(j||ce)&&(M.points._paths=M.points.paths(n,D,dn,fn,ce),Ut(D,!0))}Le!=N&&(d.globalAlpha=Le=N),Un("drawSeries",D)}}),_&&(d.globalAlpha=Le=1)}}function sn(_,M){let D=M?S[_].points:S[_];D._stroke=D.stroke(n,_),D._fill=D.fill(n,_)}function Ut(_,M){let D=M?S[_].points:S[_],{stroke:N,fill:H,clip:j,flags:ce,_stroke:me=D._stroke,_fill:be=D._fill,_width:Oe=D.width}=D._paths;Oe=Gt(Oe*Lt,3);let Fe=null,ke=Oe%2/2;M&&be==null&&(be=Oe>0?"#fff":me);let ot=D.pxAlign==1&&ke>0;if(ot&&d.translate(ke,ke),!M){let Pt=P-Oe/2,Ct=b-Oe/2,bt=Y+Oe,Qe=de+Oe;Fe=new Path2D,Fe.rect(Pt,Ct,bt,Qe)}M?Be(me,Oe,D.dash,D.cap,be,N,H,ce,j):Ot(_,me,Oe,D.dash,D.cap,be,N,H,ce,Fe,j),ot&&d.translate(-ke,-ke)}function Ot(_,M,D,N,H,j,ce,me,be,Oe,Fe){let ke=!1;be!=0&&L.forEach((ot,Pt)=>{if(ot.series[0]==_){let Ct=S[ot.series[1]],bt=e[ot.series[1]],Qe=(Ct._paths||sl).band;lr(Qe)&&(Qe=ot.dir==1?Qe[0]:Qe[1]);let Ye,$t=null;Ct.show&&Qe&&RT(bt,dn,fn)?($t=ot.fill(n,Pt)||j,Ye=Ct._paths.clip):Qe=null,Be(M,D,N,H,$t,ce,me,be,Oe,Fe,Ye,Qe),ke=!0}}),ke||Be(M,D,N,H,j,ce,me,be,Oe,Fe)}let wn=Uo|wf;function Be(_,M,D,N,H,j,ce,me,be,Oe,Fe,ke){Ce(_,M,D,N,H),(be||Oe||ke)&&(d.save(),be&&d.clip(be),Oe&&d.clip(Oe)),ke?(me&wn)==wn?(d.clip(ke),Fe&&d.clip(Fe),wt(H,ce),_n(_,j,M)):me&wf?(wt(H,ce),d.clip(ke),_n(_,j,M)):me&Uo&&(d.save(),d.clip(ke),Fe&&d.clip(Fe),wt(H,ce),d.restore(),_n(_,j,M)):(wt(H,ce),_n(_,j,M)),(be||Oe||ke)&&d.restore()}function _n(_,M,D){D>0&&(M instanceof Map?M.forEach((N,H)=>{d.strokeStyle=Nr=H,d.stroke(N)}):M!=null&&_&&d.stroke(M))}function wt(_,M){M instanceof Map?M.forEach((D,N)=>{d.fillStyle=zs=N,d.fill(D)}):M!=null&&_&&d.fill(M)}function gs(_,M,D,N){let H=R[_],j;if(N<=0)j=[0,0];else{let ce=H._space=H.space(n,_,M,D,N),me=H._incrs=H.incrs(n,_,M,D,N,ce);j=JE(M,D,me,N,ce)}return H._found=j}function xn(_,M,D,N,H,j,ce,me,be,Oe){let Fe=ce%2/2;v==1&&d.translate(Fe,Fe),Ce(me,ce,be,Oe,me),d.beginPath();let ke,ot,Pt,Ct,bt=H+(N==0||N==3?-j:j);D==0?(ot=H,Ct=bt):(ke=H,Pt=bt);for(let Qe=0;Qe<_.length;Qe++)M[Qe]!=null&&(D==0?ke=Pt=_[Qe]:ot=Ct=_[Qe],d.moveTo(ke,ot),d.lineTo(Pt,Ct));d.stroke(),v==1&&d.translate(-Fe,-Fe)}function Or(_){let M=!0;return R.forEach((D,N)=>{if(!D.show)return;let H=T[D.scale];if(H.min==null){D._show&&(M=!1,D._show=!1,mt(!1));return}else D._show||(M=!1,D._show=!0,mt(!1));let j=D.side,ce=j%2,{min:me,max:be}=H,[Oe,Fe]=gs(N,me,be,ce==0?k:Ie);if(Fe==0)return;let ke=H.distr==2,ot=D._splits=D.splits(n,N,me,be,Oe,Fe,ke),Pt=H.distr==2?ot.map(Ye=>hi[Ye]):ot,Ct=H.distr==2?hi[ot[1]]-hi[ot[0]]:Oe,bt=D._values=D.values(n,D.filter(n,Pt,N,Fe,Ct),N,Fe,Ct);D._rotate=j==2?D.rotate(n,bt,N,Fe):0;let Qe=D._size;D._size=Ui(D.size(n,bt,N,_)),Qe!=null&&D._size!=Qe&&(M=!1)}),M}function Qi(_){let M=!0;return Ho.forEach((D,N)=>{let H=D(n,N,Ki,_);H!=Oi[N]&&(M=!1),Oi[N]=H}),M}function _s(){for(let _=0;_<R.length;_++){let M=R[_];if(!M.show||!M._show)continue;let D=M.side,N=D%2,H,j,ce=M.stroke(n,_),me=D==0||D==3?-1:1,[be,Oe]=M._found;if(M.label!=null){let ei=M.labelGap*me,fi=Pn((M._lpos+ei)*Lt);De(M.labelFont[0],ce,"center",D==2?"top":E0),d.save(),N==1?(H=j=0,d.translate(fi,Pn(b+de/2)),d.rotate((D==3?-qh:qh)/2)):(H=Pn(P+Y/2),j=fi);let fr=m_(M.label)?M.label(n,_,be,Oe):M.label;d.fillText(fr,H,j),d.restore()}if(Oe==0)continue;let Fe=T[M.scale],ke=N==0?Y:de,ot=N==0?P:b,Pt=M._splits,Ct=Fe.distr==2?Pt.map(ei=>hi[ei]):Pt,bt=Fe.distr==2?hi[Pt[1]]-hi[Pt[0]]:be,Qe=M.ticks,Ye=M.border,$t=Qe.show?Qe.size:0,ln=Pn($t*Lt),On=Pn((M.alignTo==2?M._size-$t-M.gap:M.gap)*Lt),kt=M._rotate*-qh/180,cn=m(M._pos*Lt),ui=(ln+On)*me,Qn=cn+ui;j=N==0?Qn:0,H=N==1?Qn:0;let Ai=M.font[0],Fi=M.align==1?Ro:M.align==2?hf:kt>0?Ro:kt<0?hf:N==0?"center":D==3?hf:Ro,ns=kt||N==1?"middle":D==2?"top":E0;De(Ai,ce,Fi,ns);let di=M.font[1]*M.lineGap,Ci=Pt.map(ei=>m(a(ei,Fe,ke,ot))),Bi=M._values;for(let ei=0;ei<Bi.length;ei++){let fi=Bi[ei];if(fi!=null){N==0?H=Ci[ei]:j=Ci[ei],fi=""+fi;let fr=fi.indexOf(`
`)==-1?[fi]:fi.split(/\n/gm);for(let ti=0;ti<fr.length;ti++){let mp=fr[ti];kt?(d.save(),d.translate(H,j+ti*di),d.rotate(kt),d.fillText(mp,0,0),d.restore()):d.fillText(mp,H,j+ti*di)}}}Qe.show&&xn(Ci,Qe.filter(n,Ct,_,Oe,bt),N,D,cn,ln,Gt(Qe.width*Lt,3),Qe.stroke(n,_),Qe.dash,Qe.cap);let is=M.grid;is.show&&xn(Ci,is.filter(n,Ct,_,Oe,bt),N,N==0?2:1,N==0?b:P,N==0?de:Y,Gt(is.width*Lt,3),is.stroke(n,_),is.dash,is.cap),Ye.show&&xn([cn],[1],N==0?1:0,N==0?1:2,N==1?b:P,N==1?de:Y,Gt(Ye.width*Lt,3),Ye.stroke(n,_),Ye.dash,Ye.cap)}Un("drawAxes")}function mt(_){S.forEach((M,D)=>{D>0&&(M._paths=null,_&&(s==1?(M.min=null,M.max=null):M.facets.forEach(N=>{N.min=null,N.max=null})))})}let an=!1,jn=!1,Ft=[];function yn(){jn=!1;for(let _=0;_<Ft.length;_++)Un(...Ft[_]);Ft.length=0}function Wn(){an||(HT(Kf),an=!0)}function dl(_,M=!1){an=!0,jn=M,_(n),Kf(),M&&Ft.length>0&&queueMicrotask(yn)}n.batch=dl;function Kf(){if(le&&(xt(),le=!1),Se&&(Ee(),Se=!1),ye){if(jt(f,Ro,Ke),jt(f,"top",ht),jt(f,el,k),jt(f,tl,Ie),jt(g,Ro,Ke),jt(g,"top",ht),jt(g,el,k),jt(g,tl,Ie),jt(u,el,rn),jt(u,tl,gn),h.width=Pn(rn*Lt),h.height=Pn(gn*Lt),R.forEach(({_el:_,_show:M,_size:D,_pos:N,side:H})=>{if(_!=null)if(M){let j=H===3||H===0?D:0,ce=H%2==1;jt(_,ce?"left":"top",N-j),jt(_,ce?"width":"height",D),jt(_,ce?"top":"left",ce?ht:Ke),jt(_,ce?"height":"width",ce?Ie:k),yf(_,Rr)}else wi(_,Rr)}),Nr=zs=Ur=z=ee=Z=K=Ae=w=null,Le=1,$o(!0),Ke!=Te||ht!=zt||k!=He||Ie!=$e){mt(!1);let _=k/He,M=Ie/$e;if(_e&&!ie&&fe.left>=0){fe.left*=_,fe.top*=M,Fr&&fs(Fr,Pn(fe.left),0,k,Ie),Br&&fs(Br,0,Pn(fe.top),k,Ie);for(let D=0;D<dt.length;D++){let N=dt[D];N!=null&&(Xt[D]*=_,Kn[D]*=M,fs(N,Ui(Xt[D]),Ui(Kn[D]),k,Ie))}}if(Yt.show&&!re&&Yt.left>=0&&Yt.width>0){Yt.left*=_,Yt.width*=_,Yt.top*=M,Yt.height*=M;for(let D in wu)jt(Vr,D,Yt[D])}Te=Ke,zt=ht,He=k,$e=Ie}Un("setSize"),ye=!1}rn>0&&gn>0&&(d.clearRect(0,0,h.width,h.height),Un("drawClear"),E.forEach(_=>_()),Un("draw")),Yt.show&&re&&(fl(Yt),re=!1),_e&&ie&&(dr(null,!0,!1),ie=!1),pe.show&&pe.live&&ge&&(bu(),ge=!1),l||(l=!0,n.status=1,Un("ready")),ks=!1,an=!1}n.redraw=(_,M)=>{Se=M||!1,_!==!1?Gs(A,O.min,O.max):Wn()};function yu(_,M){let D=T[_];if(D.from==null){if(on==0){let N=D.range(n,M.min,M.max,_);M.min=N[0],M.max=N[1]}if(M.min>M.max){let N=M.min;M.min=M.max,M.max=N}if(on>1&&M.min!=null&&M.max!=null&&M.max-M.min<1e-16)return;_==A&&D.distr==2&&on>0&&(M.min=Zi(M.min,e[0]),M.max=Zi(M.max,e[0]),M.min==M.max&&M.max++),q[_]=M,le=!0,Wn()}}n.setScale=yu;let vu,Su,Fr,Br,jf,Qf,kr,zr,ep,tp,qt,en,Vs=!1,Vn=fe.drag,Dn=Vn.x,Nn=Vn.y;_e&&(fe.x&&(vu=Ni(fT,g)),fe.y&&(Su=Ni(pT,g)),O.ori==0?(Fr=vu,Br=Su):(Fr=Su,Br=vu),qt=fe.left,en=fe.top);let Yt=n.select=bn({show:!0,over:!0,left:0,width:0,top:0,height:0},i.select),Vr=Yt.show?Ni(dT,Yt.over?g:f):null;function fl(_,M){if(Yt.show){for(let D in _)Yt[D]=_[D],D in wu&&jt(Vr,D,_[D]);M!==!1&&Un("setSelect")}}n.setSelect=fl;function Mx(_){if(S[_].show)ne&&yf(ct[_],Rr);else if(ne&&wi(ct[_],Rr),_e){let D=Pe?dt[0]:dt[_];D!=null&&fs(D,-10,-10,k,Ie)}}function Gs(_,M,D){yu(_,{min:M,max:D})}function es(_,M,D,N){M.focus!=null&&Cx(_),M.show!=null&&S.forEach((H,j)=>{j>0&&(_==j||_==null)&&(H.show=M.show,Mx(j),s==2?(Gs(H.facets[0].scale,null,null),Gs(H.facets[1].scale,null,null)):Gs(H.scale,null,null),Wn())}),D!==!1&&Un("setSeries",_,M),N&&Zo("setSeries",n,_,M)}n.setSeries=es;function wx(_,M){bn(L[_],M)}function Tx(_,M){_.fill=Et(_.fill||null),_.dir=Rt(_.dir,-1),M=M??L.length,L.splice(M,0,_)}function Ex(_){_==null?L.length=0:L.splice(_,1)}n.addBand=Tx,n.setBand=wx,n.delBand=Ex;function Ax(_,M){S[_].alpha=M,_e&&dt[_]!=null&&(dt[_].style.opacity=M),ne&&ct[_]&&(ct[_].style.opacity=M)}let xs,Hs,ur,Gr={focus:!0};function Cx(_){if(_!=ur){let M=_==null,D=ze.alpha!=1;S.forEach((N,H)=>{if(s==1||H>0){let j=M||H==0||H==_;N._focus=M?null:j,D&&Ax(H,j?1:ze.alpha)}}),ur=_,D&&Wn()}}ne&&tt&&At(P0,Re,_=>{fe._lock||(et(_),ur!=null&&es(null,Gr,!0,vn.setSeries))});function ts(_,M,D){let N=T[M];D&&(_=_/Lt-(N.ori==1?ht:Ke));let H=k;N.ori==1&&(H=Ie,_=H-_),N.dir==-1&&(_=H-_);let j=N._min,ce=N._max,me=_/H,be=j+(ce-j)*me,Oe=N.distr;return Oe==3?Lo(10,be):Oe==4?IT(be,N.asinh):Oe==100?N.bwd(be):be}function Rx(_,M){let D=ts(_,A,M);return Zi(D,e[0],dn,fn)}n.valToIdx=_=>Zi(_,e[0]),n.posToIdx=Rx,n.posToVal=ts,n.valToPos=(_,M,D)=>T[M].ori==0?r(_,T[M],D?Y:k,D?P:0):o(_,T[M],D?de:Ie,D?b:0),n.setCursor=(_,M,D)=>{qt=_.left,en=_.top,dr(null,M,D)};function np(_,M){jt(Vr,Ro,Yt.left=_),jt(Vr,el,Yt.width=M)}function ip(_,M){jt(Vr,"top",Yt.top=_),jt(Vr,tl,Yt.height=M)}let qo=O.ori==0?np:ip,Yo=O.ori==1?np:ip;function Px(){if(ne&&pe.live)for(let _=s==2?1:0;_<S.length;_++){if(_==0&&pt)continue;let M=pe.values[_],D=0;for(let N in M)We[_][D++].firstChild.nodeValue=M[N]}}function bu(_,M){if(_!=null&&(_.idxs?_.idxs.forEach((D,N)=>{oe[N]=D}):UT(_.idx)||oe.fill(_.idx),pe.idx=oe[0]),ne&&pe.live){for(let D=0;D<S.length;D++)(D>0||s==1&&!pt)&&Ix(D,oe[D]);Px()}ge=!1,M!==!1&&Un("setLegend")}n.setLegend=bu;function Ix(_,M){let D=S[_],N=_==0&&G==2?hi:e[_],H;pt?H=D.values(n,_,M)??rt:(H=D.value(n,M==null?null:N[M],_,M),H=H==null?rt:{_:H}),pe.values[_]=H}function dr(_,M,D){ep=qt,tp=en,[qt,en]=fe.move(n,qt,en),fe.left=qt,fe.top=en,_e&&(Fr&&fs(Fr,Pn(qt),0,k,Ie),Br&&fs(Br,0,Pn(en),k,Ie));let N,H=dn>fn;xs=Vt,Hs=null;let j=O.ori==0?k:Ie,ce=O.ori==1?k:Ie;if(qt<0||on==0||H){N=fe.idx=null;for(let me=0;me<S.length;me++){let be=dt[me];be!=null&&fs(be,-10,-10,k,Ie)}tt&&es(null,Gr,!0,_==null&&vn.setSeries),pe.live&&(oe.fill(N),ge=!0)}else{let me,be,Oe;s==1&&(me=O.ori==0?qt:en,be=ts(me,A),N=fe.idx=Zi(be,e[0],dn,fn),Oe=X(e[0][N],O,j,0));let Fe=-10,ke=-10,ot=0,Pt=0,Ct=!0,bt="",Qe="";for(let Ye=s==2?1:0;Ye<S.length;Ye++){let $t=S[Ye],ln=oe[Ye],On=ln==null?null:s==1?e[Ye][ln]:e[Ye][1][ln],kt=fe.dataIdx(n,Ye,N,be),cn=kt==null?null:s==1?e[Ye][kt]:e[Ye][1][kt];if(ge=ge||cn!=On||kt!=ln,oe[Ye]=kt,Ye>0&&$t.show){let ui=kt==null?-10:kt==N?Oe:X(s==1?e[0][kt]:e[Ye][0][kt],O,j,0),Qn=cn==null?-10:U(cn,s==1?T[$t.scale]:T[$t.facets[1].scale],ce,0);if(tt&&cn!=null){let Ai=O.ori==1?qt:en,Fi=In(ze.dist(n,Ye,kt,Qn,Ai));if(Fi<xs){let ns=ze.bias;if(ns!=0){let di=ts(Ai,$t.scale),Ci=cn>=0?1:-1,Bi=di>=0?1:-1;Bi==Ci&&(Bi==1?ns==1?cn>=di:cn<=di:ns==1?cn<=di:cn>=di)&&(xs=Fi,Hs=Ye)}else xs=Fi,Hs=Ye}}if(ge||Pe){let Ai,Fi;O.ori==0?(Ai=ui,Fi=Qn):(Ai=Qn,Fi=ui);let ns,di,Ci,Bi,is,ei,fi=!0,fr=he.bbox;if(fr!=null){fi=!1;let ti=fr(n,Ye);Ci=ti.left,Bi=ti.top,ns=ti.width,di=ti.height}else Ci=Ai,Bi=Fi,ns=di=he.size(n,Ye);if(ei=he.fill(n,Ye),is=he.stroke(n,Ye),Pe)Ye==Hs&&xs<=ze.prox&&(Fe=Ci,ke=Bi,ot=ns,Pt=di,Ct=fi,bt=ei,Qe=is);else{let ti=dt[Ye];ti!=null&&(Xt[Ye]=Ci,Kn[Ye]=Bi,F0(ti,ns,di,fi),U0(ti,ei,is),fs(ti,Ui(Ci),Ui(Bi),k,Ie))}}}}if(Pe){let Ye=ze.prox,$t=ur==null?xs<=Ye:xs>Ye||Hs!=ur;if(ge||$t){let ln=dt[0];ln!=null&&(Xt[0]=Fe,Kn[0]=ke,F0(ln,ot,Pt,Ct),U0(ln,bt,Qe),fs(ln,Ui(Fe),Ui(ke),k,Ie))}}}if(Yt.show&&Vs)if(_!=null){let[me,be]=vn.scales,[Oe,Fe]=vn.match,[ke,ot]=_.cursor.sync.scales,Pt=_.cursor.drag;if(Dn=Pt._x,Nn=Pt._y,Dn||Nn){let{left:Ct,top:bt,width:Qe,height:Ye}=_.select,$t=_.scales[ke].ori,ln=_.posToVal,On,kt,cn,ui,Qn,Ai=me!=null&&Oe(me,ke),Fi=be!=null&&Fe(be,ot);Ai&&Dn?($t==0?(On=Ct,kt=Qe):(On=bt,kt=Ye),cn=T[me],ui=X(ln(On,ke),cn,j,0),Qn=X(ln(On+kt,ke),cn,j,0),qo(Ji(ui,Qn),In(Qn-ui))):qo(0,j),Fi&&Nn?($t==1?(On=Ct,kt=Qe):(On=bt,kt=Ye),cn=T[be],ui=U(ln(On,ot),cn,ce,0),Qn=U(ln(On+kt,ot),cn,ce,0),Yo(Ji(ui,Qn),In(Qn-ui))):Yo(0,ce)}else Tu()}else{let me=In(ep-jf),be=In(tp-Qf);if(O.ori==1){let ot=me;me=be,be=ot}Dn=Vn.x&&me>=Vn.dist,Nn=Vn.y&&be>=Vn.dist;let Oe=Vn.uni;Oe!=null?Dn&&Nn&&(Dn=me>=Oe,Nn=be>=Oe,!Dn&&!Nn&&(be>me?Nn=!0:Dn=!0)):Vn.x&&Vn.y&&(Dn||Nn)&&(Dn=Nn=!0);let Fe,ke;Dn&&(O.ori==0?(Fe=kr,ke=qt):(Fe=zr,ke=en),qo(Ji(Fe,ke),In(ke-Fe)),Nn||Yo(0,ce)),Nn&&(O.ori==1?(Fe=kr,ke=qt):(Fe=zr,ke=en),Yo(Ji(Fe,ke),In(ke-Fe)),Dn||qo(0,j)),!Dn&&!Nn&&(qo(0,0),Yo(0,0))}if(Vn._x=Dn,Vn._y=Nn,_==null){if(D){if(pp!=null){let[me,be]=vn.scales;vn.values[0]=me!=null?ts(O.ori==0?qt:en,me):null,vn.values[1]=be!=null?ts(O.ori==1?qt:en,be):null}Zo(uf,n,qt,en,k,Ie,N)}if(tt){let me=D&&vn.setSeries,be=ze.prox;ur==null?xs<=be&&es(Hs,Gr,!0,me):xs>be?es(null,Gr,!0,me):Hs!=ur&&es(Hs,Gr,!0,me)}}ge&&(pe.idx=N,bu()),M!==!1&&Un("setCursor")}let Ws=null;Object.defineProperty(n,"rect",{get(){return Ws==null&&$o(!1),Ws}});function $o(_=!1){_?Ws=null:(Ws=g.getBoundingClientRect(),Un("syncRect",Ws))}function sp(_,M,D,N,H,j,ce){fe._lock||Vs&&_!=null&&_.movementX==0&&_.movementY==0||(Mu(_,M,D,N,H,j,ce,!1,_!=null),_!=null?dr(null,!0,!0):dr(M,!0,!1))}function Mu(_,M,D,N,H,j,ce,me,be){if(Ws==null&&$o(!1),et(_),_!=null)D=_.clientX-Ws.left,N=_.clientY-Ws.top;else{if(D<0||N<0){qt=-10,en=-10;return}let[Oe,Fe]=vn.scales,ke=M.cursor.sync,[ot,Pt]=ke.values,[Ct,bt]=ke.scales,[Qe,Ye]=vn.match,$t=M.axes[0].side%2==1,ln=O.ori==0?k:Ie,On=O.ori==1?k:Ie,kt=$t?j:H,cn=$t?H:j,ui=$t?N:D,Qn=$t?D:N;if(Ct!=null?D=Qe(Oe,Ct)?a(ot,T[Oe],ln,0):-10:D=ln*(ui/kt),bt!=null?N=Ye(Fe,bt)?a(Pt,T[Fe],On,0):-10:N=On*(Qn/cn),O.ori==1){let Ai=D;D=N,N=Ai}}be&&(M==null||M.cursor.event.type==uf)&&((D<=1||D>=k-1)&&(D=Ar(D,k)),(N<=1||N>=Ie-1)&&(N=Ar(N,Ie))),me?(jf=D,Qf=N,[kr,zr]=fe.move(n,D,N)):(qt=D,en=N)}let wu={width:0,height:0,left:0,top:0};function Tu(){fl(wu,!1)}let rp,op,ap,lp;function cp(_,M,D,N,H,j,ce){Vs=!0,Dn=Nn=Vn._x=Vn._y=!1,Mu(_,M,D,N,H,j,ce,!0,!1),_!=null&&(At(df,_f,hp,!1),Zo(C0,n,kr,zr,k,Ie,null));let{left:me,top:be,width:Oe,height:Fe}=Yt;rp=me,op=be,ap=Oe,lp=Fe}function hp(_,M,D,N,H,j,ce){Vs=Vn._x=Vn._y=!1,Mu(_,M,D,N,H,j,ce,!1,!0);let{left:me,top:be,width:Oe,height:Fe}=Yt,ke=Oe>0||Fe>0,ot=rp!=me||op!=be||ap!=Oe||lp!=Fe;if(ke&&ot&&fl(Yt),Vn.setScale&&ke&&ot){let Pt=me,Ct=Oe,bt=be,Qe=Fe;if(O.ori==1&&(Pt=be,Ct=Fe,bt=me,Qe=Oe),Dn&&Gs(A,ts(Pt,A),ts(Pt+Ct,A)),Nn)for(let Ye in T){let $t=T[Ye];Ye!=A&&$t.from==null&&$t.min!=Vt&&Gs(Ye,ts(bt+Qe,Ye),ts(bt,Ye))}Tu()}else fe.lock&&(fe._lock=!fe._lock,dr(M,!0,_!=null));_!=null&&(Mn(df,_f),Zo(df,n,qt,en,k,Ie,null))}function Lx(_,M,D,N,H,j,ce){if(fe._lock)return;et(_);let me=Vs;if(Vs){let be=!0,Oe=!0,Fe=10,ke,ot;O.ori==0?(ke=Dn,ot=Nn):(ke=Nn,ot=Dn),ke&&ot&&(be=qt<=Fe||qt>=k-Fe,Oe=en<=Fe||en>=Ie-Fe),ke&&be&&(qt=qt<kr?0:k),ot&&Oe&&(en=en<zr?0:Ie),dr(null,!0,!0),Vs=!1}qt=-10,en=-10,oe.fill(null),dr(null,!0,!0),me&&(Vs=me)}function up(_,M,D,N,H,j,ce){fe._lock||(et(_),Xo(),Tu(),_!=null&&Zo(I0,n,qt,en,k,Ie,null))}function dp(){R.forEach(KE),B(n.width,n.height,!0)}Pr(Yh,Io,dp);let Hr={};Hr.mousedown=cp,Hr.mousemove=sp,Hr.mouseup=hp,Hr.dblclick=up,Hr.setSeries=(_,M,D,N)=>{let H=vn.match[2];D=H(n,M,D),D!=-1&&es(D,N,!0,!1)},_e&&(At(C0,g,cp),At(uf,g,sp),At(R0,g,_=>{et(_),$o(!1)}),At(P0,g,Lx),At(I0,g,up),Tf.add(n),n.syncRect=$o);let pl=n.hooks=i.hooks||{};function Un(_,M,D){jn?Ft.push([_,M,D]):_ in pl&&pl[_].forEach(N=>{N.call(null,n,M,D)})}(i.plugins||[]).forEach(_=>{for(let M in _.hooks)pl[M]=(pl[M]||[]).concat(_.hooks[M])});let fp=(_,M,D)=>D,vn=bn({key:null,setSeries:!1,filters:{pub:G0,sub:G0},scales:[A,S[1]?S[1].scale:null],match:[H0,H0,fp],values:[null,null]},fe.sync);vn.match.length==2&&vn.match.push(fp),fe.sync=vn;let pp=vn.key,Eu=k_(pp);function Zo(_,M,D,N,H,j,ce){vn.filters.pub(_,M,D,N,H,j,ce)&&Eu.pub(_,M,D,N,H,j,ce)}Eu.sub(n);function Dx(_,M,D,N,H,j,ce){vn.filters.sub(_,M,D,N,H,j,ce)&&Hr[_](null,M,D,N,H,j,ce)}n.pub=Dx;function Nx(){Eu.unsub(n),Tf.delete(n),Ln.clear(),vf(Yh,Io,dp),c.remove(),Re?.remove(),Un("destroy")}n.destroy=Nx;function Au(){Un("init",i,e),Wo(e||i.data,!1),q[A]?yu(A,q[A]):Xo(),re=Yt.show&&(Yt.width>0||Yt.height>0),ie=ge=!0,B(i.width,i.height)}return S.forEach(Dr),R.forEach(ps),t?t instanceof HTMLElement?(t.appendChild(c),Au()):t(n,Au):Au(),n}Hn.assign=bn;Hn.fmtNum=Lf;Hn.rangeNum=$h;Hn.rangeLog=Kh;Hn.rangeAsinh=Pf;Hn.orient=Lr;Hn.pxRatio=Lt;Hn.join=GT;Hn.fmtDate=Nf,Hn.tzDate=QT;Hn.sync=k_;{Hn.addGap=UE,Hn.clipGaps=eu;let i=Hn.paths={points:X_};i.linear=Y_,i.stepped=BE,i.bars=kE,i.spline=VE}var Vf=1,jE=3,K_=[50,90,100,120,150,200];function j_(i,e){let t=i.dose_gy,n=i.volume_fraction;if(e<=t[0])return n[0];if(e>=t.at(-1))return e>t.at(-1)?0:n.at(-1);let s=0,r=t.length-1;for(;r-s>1;){let o=s+r>>1;t[o]<=e?s=o:r=o}return n[s]+(n[r]-n[s])*(e-t[s])/(t[r]-t[s])}var su=class{constructor(){this.plotBox=C("div",{class:"plot","aria-hidden":"true"}),this.readout=C("div",{class:"dvh-readout",role:"status"}),this.legend=C("ul",{class:"legend","aria-label":I("dvh.curves")}),this.values=C("div",{class:"dvh-values"}),this.relative=at("",()=>{y.display.relative=!y.display.relative,Ue("display")},{class:"small"}),this.node=C("section",{class:"card dvh","aria-label":I("dvh")},C("header",{},C("h2",{text:I("dvh")}),this.readout,this.relative),this.plotBox,this.legend,this.details=C("details",{on:{toggle:()=>y.plan&&this.fillValues()}},C("summary",{text:I("dvh.table")}),this.values)),this.update=hn(()=>this.updateNow()),Mt("plan preview compared",()=>this.update()),Mt("display",()=>this.rebuild()),new ResizeObserver(()=>this.size()).observe(this.plotBox),this.rebuild()}curves(){let e=Zt();if(!e)return[];let t=y.compared?.plan??(e.edited||y.preview?y.original:null),n=Object.entries(e.dvh).map(([r,o])=>({name:r,curve:o,dashed:!1})),s=t?Object.entries(t.dvh).map(([r,o])=>({name:r,curve:o,dashed:!0})):[];return[...n,...s].filter(({name:r})=>!y.display.hidden.has(r))}rebuild(){this.plot?.destroy(),this.plot=null,this.relative.textContent=I(y.display.relative?"dvh.show-gy":"dvh.show-percent");let e=this.curves();if(this.shape=Q_(e),this.fillLegend(),!e.length)return this.plotBox.replaceChildren(C("p",{class:"empty",text:I("no-plan")}));this.plotBox.replaceChildren();let{dose_gy:t}=y.plan.prescription,n=y.display.relative?"%":"Gy",s={stroke:"#9aa6b2",grid:{stroke:"#232a33",width:1},ticks:{stroke:"#232a33"},font:"11px system-ui",size:34,labelSize:16,labelFont:"11px system-ui"};this.plot=new Hn({width:Math.max(200,this.plotBox.clientWidth),height:Math.max(110,this.plotBox.clientHeight),legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:5}},scales:{x:{time:!1,range:[0,this.most()*(y.display.relative?100/t:1)]},y:{range:[0,100]}},axes:[{...s,label:I("dvh.dose",{unit:n}),size:26},{...s,label:I("dvh.volume")}],series:[{},...e.map(({name:r,curve:o,dashed:a})=>({label:r,stroke:o.colour,width:a?1.2:2,dash:a?[5,4]:o.dash??[],points:{show:!1}}))],hooks:{setCursor:[r=>this.hover(r)],draw:[r=>this.drawPrescription(r)]}},this.data(e),this.plotBox),this.fillValues()}most(){return y.plan.prescription.dose_gy*jE}data(e){let t=Array.from({length:Math.ceil(this.most()/Vf)+1},(s,r)=>r*Vf),n=y.display.relative?100/y.plan.prescription.dose_gy:1;return[t.map(s=>s*n),...e.map(({curve:s})=>t.map(r=>100*j_(s,r)))]}updateNow(){let e=this.curves();if(Q_(e)!==this.shape||!this.plot)return this.rebuild();this.plot.setData(this.data(e)),(!y.preview||this.details.open)&&this.fillValues()}size(){let{clientWidth:e,clientHeight:t}=this.plotBox;e&&t&&this.plot?.setSize({width:e,height:t})}drawPrescription(e){let{ctx:t}=e,n=e.valToPos(y.display.relative?100:y.plan.prescription.dose_gy,"x",!0);t.save(),t.strokeStyle="#e6e9ed",t.setLineDash([2,4]),t.beginPath(),t.moveTo(n,e.bbox.top),t.lineTo(n,e.bbox.top+e.bbox.height),t.stroke(),t.restore()}hover(e){let{left:t,top:n,idx:s}=e.cursor;if(s==null||t<0)return void(this.readout.textContent="");let r=this.curves(),o=e.posToVal(n,"y"),a=null;if(r.forEach((h,d)=>{let u=Math.abs(e.data[d+1][s]-o);(!a||u<a.away)&&(a={away:u,...h,percent:e.data[d+1][s]})}),!a)return;let l=s*Vf,c={name:a.name,gy:l,percent:Ze(100*l/y.plan.prescription.dose_gy,0),volume:Ze(a.percent),cc:a.curve.volume_cc===null?"–":Ze(a.curve.volume_cc*a.percent/100,2)};this.readout.textContent=I(a.dashed?"dvh.hover.before":"dvh.hover",c)}fillLegend(){let e=Zt(),t=Object.entries(e?.dvh??{}).map(([n,s])=>{let r=!y.display.hidden.has(n),o=C("span",{class:"swatch"});return o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid",C("li",{},C("button",{type:"button","aria-pressed":r,"data-curve":n,on:{click:()=>QE(n)}},o,C("span",{text:n})))});this.legend.replaceChildren(...t)}fillValues(){let e=Zt(),{dose_gy:t}=e.prescription,n=[I("structure"),...K_.map(r=>`${Ze(r*t/100,0)} Gy`)],s=Object.entries(e.dvh).map(([r,o])=>C("tr",{"data-roi":r},C("th",{scope:"row",text:r}),K_.map(a=>C("td",{text:`${Ze(100*j_(o,a*t/100))} %`,"data-gy":a*t/100}))));this.values.replaceChildren(Xn(n,s,{class:"numbers"}))}},Q_=i=>JSON.stringify(i.map(({name:e,dashed:t})=>[e,t]));function QE(i){let{hidden:e}=y.display;e.has(i)?e.delete(i):e.add(i),Ue("display")}function hr(i,e,t=!1){if(e==null||Number.isNaN(e))return"–";let n=i.unit==="fraction"?100:1,s=t&&e*n>0?"+":"",r={fraction:" %",cm3:" cm³","":""}[i.unit]??` ${i.unit}`;return`${s}${(e*n).toFixed(i.digits??1)}${r}`}function Hf(i){let e=`metric.${i.key}`;return xl(e)?I(e):i.label}function Gf(i,e){let t=i.metrics[e]??{},n=new Set;return i.metric_table.filter(({key:s})=>s in t&&!n.has(s)&&n.add(s))}var ru=class{constructor(){this.body=C("div",{class:"scroll"}),this.state=C("p",{class:"checked",role:"status"}),this.node=C("section",{class:"card metrics","aria-label":I("metrics")},C("header",{},C("h2",{text:I("metrics")}),this.state),this.body),this.update=hn(()=>this.updateNow()),Mt("plan preview",()=>this.update()),this.updateNow()}updateNow(){let e=Zt();if(!e)return this.body.replaceChildren(C("p",{class:"empty",text:I("no-plan")}));if(this.state.textContent=I(`checked.${e.checked}`),this.state.className=`checked ${e.checked}`,this.body.classList.toggle("moving",y.preview!==null),y.preview&&this.sameShape(e))return this.renew(e);let t=new Set(y.server.structures.filter(s=>s.kind==="target").map(s=>s.name));this.values=new Map;let n=Object.keys(e.metrics).sort((s,r)=>t.has(r)-t.has(s));this.body.replaceChildren(this.goals(e),...n.map(s=>this.region(e,s,t.has(s))))}sameShape(e){return this.values!==void 0&&Object.keys(e.metrics).every(t=>Gf(e,t).every(({key:n})=>this.values.has(`${t}/${n}`)))}renew(e){for(let t of Object.keys(e.metrics))for(let n of Gf(e,t)){let{value:s,change:r}=this.values.get(`${t}/${n.key}`),o=hr(n,e.metrics[t][n.key]);s.textContent!==o&&(s.textContent=o,r.textContent="")}}goals(e){let t=e.goals.map(o=>C("li",{class:o.met?"met":"missed"},C("b",{text:o.met?`✓ ${I("goal.met")}`:`✗ ${I("goal.missed")}`}),` ${o.text}`)),n=e.verdict??{},s={dose:n.dose_met===!1,limits:n.limits_kept===!1},r=["dose","limits","access"].filter(o=>n[o]).map(o=>C("li",{class:s[o]?"verdict missed":"verdict",text:n[o]}));return C("ul",{class:"goals"},t,r)}region(e,t,n){let s=e.changes?.[t]??{},r=Gf(e,t).map(o=>{let a=s[o.key],l=a&&hr({...o,unit:o.unit==="fraction"?"fraction":""},a,!0).replace(" %",""),c={value:C("span",{class:"value",text:hr(o,e.metrics[t][o.key])}),change:C("span",{class:"change",text:l&&/[1-9]/.test(l)?l:""})};return this.values.set(`${t}/${o.key}`,c),C("div",{class:"metric",title:o.meaning??"","data-metric":o.key},C("dt",{text:Hf(o)}),C("dd",{},c.value,c.change,eA(e,t,o)))});return C("section",{class:n?"region target":"region","data-roi":t},C("h3",{text:t}),C("dl",{},r))}};function eA(i,e,t){let n=i.planned_metrics?.[e]?.[t.key];return n===void 0?null:C("span",{class:"planned",text:I("metric.planned",{value:hr(t,n)})})}var tA=200,ko=class{constructor(e){this.node=C("div",{class:"scroll"}),this.update=hn(()=>{if(this.node.contains(document.activeElement)&&document.activeElement.matches("input")||(this.stale=!this.node.offsetParent&&this.last!==void 0,this.stale))return;let t=JSON.stringify([this.shown(Zt()),y.selection,tn()]);t!==this.last&&(this.last=t,this.keepFocus(()=>this.fill()))}),Mt(e,()=>this.update()),Mt("preview",()=>{this.waiting||=setTimeout(()=>{this.waiting=0,this.update()},tA)}),Mt("display",()=>this.stale&&this.update()),this.node.addEventListener("focusout",()=>this.update())}keepFocus(e){let t=this.node.contains(document.activeElement)?document.activeElement.closest("[data-focus]")?.dataset.focus:null,n=this.node.scrollTop;e(),this.node.scrollTop=n,t&&this.node.querySelector(`[data-focus="${t}"]`)?.focus({preventScroll:!0});let s=this.node.querySelector("tr.chosen");if(s&&this.lastChosen!==s.dataset.focus){let[r,o]=[s.getBoundingClientRect(),this.node.getBoundingClientRect()];(r.top<o.top+24||r.bottom>o.bottom)&&(this.node.scrollTop+=r.top-o.top-o.height/3)}this.lastChosen=s?.dataset.focus}};function ol(i,e,t,n){let s=Ze(i,t),r=C("input",{type:"text",inputmode:"decimal",value:s,"aria-label":e,class:"cell",disabled:!tn()}),o=()=>{let a=Number(r.value.replace(",","."));r.value===s||!Number.isFinite(a)?r.value=s:n(a)};return r.addEventListener("change",o),r.addEventListener("keydown",a=>{a.stopPropagation(),a.key==="Enter"&&r.blur(),a.key==="Escape"&&(r.value=s,r.blur())}),r.addEventListener("click",a=>a.stopPropagation()),r}function lu(i,e,t,n,s,r={}){let o=C("tr",{tabindex:0,"data-focus":i,"aria-selected":e,"aria-label":t,class:e?"chosen":null,...r},s);return o.addEventListener("click",a=>a.target.closest("button, input")||n()),o.addEventListener("keydown",a=>{if(a.target!==o)return;(a.key==="Enter"||a.key===" ")&&(a.preventDefault(),n());let l={ArrowDown:o.nextElementSibling,ArrowUp:o.previousElementSibling}[a.key];l&&(a.preventDefault(),a.stopPropagation(),l.focus())}),o}function ex(i,e){return at(e.locked?I("unlock"):I("lock"),()=>un({type:e.locked?"unlock":"lock",[i]:e.id}),{class:e.locked?"small lock on":"small lock","aria-pressed":!!e.locked,"aria-label":I(e.locked?`unlock.${i}`:`lock.${i}`,{id:e.id}),disabled:!tn()})}var tx=i=>C("td",{class:i.length?"rules broken":"rules"},i.length?C("ul",{},i.map(e=>C("li",{text:`⚠ ${e}`}))):C("span",{class:"fine",text:"✓"})),ou=class extends ko{constructor(){super("plan selection role"),this.fill()}shown(e){return e?.needles}fill(){let e=Zt();if(!e)return this.node.replaceChildren(C("p",{class:"empty",text:I("no-plan")}));let t=["needle","seeds","needle.depth","needle.tilt","needle.skin-angle","needle.lung","rules",""].map(s=>s?I(s):""),n=e.needles.map(s=>{let r=()=>{Bn(s.id),pn(Tl(s.id))};return lu(`needle${s.id}`,y.selection.needle===s.id,I("needle.title",{id:s.id,length:Ze(s.length_mm)}),r,[C("th",{scope:"row",text:String(s.id)}),C("td",{text:String(s.seeds.length)}),C("td",{text:Ze(s.depth_mm??s.length_mm)}),C("td",{text:Ze(s.tilt_deg,0)}),C("td",{text:Ze(s.skin_angle_deg,0)}),C("td",{text:s.lung_mm?Ze(s.lung_mm,0):"–"}),tx(s.rules),C("td",{},ex("needle",s))],{"data-needle-row":s.id})});this.node.replaceChildren(Xn(t,n,{class:"numbers rows","aria-label":I("needles")}),this.details(e))}details(e){let t=Gn(e,y.selection.needle);if(!t)return C("p",{class:"hint",text:I("needle.choose")});let n=["entry","tip"].map(a=>C("div",{class:"coordinates"},C("span",{text:I(`needle.${a}`)}),["x","y","z"].map((l,c)=>ol(t[`${a}_mm`][c],I("needle.coordinate",{end:I(`needle.${a}`),axis:l,id:t.id}),1,h=>{let d=[...t[`${a}_mm`]];d[c]=h,un({type:"move-needle",needle:t.id,[`${a}_mm`]:d})})))),s=ol(null,I("seed.add.depth"),1,()=>{});s.value="10",s.classList.add("depth");let r=()=>un({type:"add-seed",needle:t.id,depth_mm:Number(s.value)||0}),o=C("div",{class:"actions"},C("label",{},I("seed.add.at")," ",s," mm"),at(I("seed.add"),r,{disabled:!tn()||t.locked}),at(I("needle.remove",{id:t.id}),()=>un({type:"remove-needle",needle:t.id}),{disabled:!tn()||t.locked}));return C("section",{class:"details","aria-label":I("needle.details",{id:t.id})},n,o)}},au=class extends ko{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.needles.map(t=>t.locked)]}fill(){let e=Zt();if(!e)return this.node.replaceChildren(C("p",{class:"empty",text:I("no-plan")}));let t=["seed","needle","seed.depth","seed.position","seed.strength","rules",""].map(s=>s?I(s):""),n=e.seeds.map(s=>{let r=s.locked||Gn(e,s.needle)?.locked,o=()=>{Bn(s.needle,s.id),pn(s.position_mm)},a=r?Ze(s.depth_from_tip_mm):ol(s.depth_from_tip_mm,I("seed.depth.of",{id:s.id}),1,c=>un({type:"move-seed",seed:s.id,depth_mm:c})),l=`${Ze(s.strength_u,3)}${s.manual?` · ${I("seed.manual")}`:""}`;return lu(`seed${s.id}`,y.selection.seed===s.id,I("seed.label",{id:s.id,needle:s.needle,depth:Ze(s.depth_from_tip_mm)}),o,[C("th",{scope:"row",text:String(s.id)}),C("td",{text:String(s.needle)}),C("td",{},a),C("td",{class:"position",text:s.position_mm.map(c=>Ze(c)).join(", ")}),C("td",{text:l}),tx(s.rules),C("td",{},ex("seed",s),at("×",()=>un({type:"remove-seed",seed:s.id}),{class:"small","aria-label":I("seed.remove",{id:s.id}),disabled:!tn()||r}))],{"data-seed-row":s.id})});this.node.replaceChildren(Xn(t,n,{class:"numbers rows","aria-label":I("seeds")}))}};var nA=["x","y","z"],cu=class extends ko{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.lost,e?.counts]}fill(){let e=Zt();if(!e)return;let t=["seed","found.is","seed.position","found.moved","found.sure",""].map(s=>s?I(s):""),n=e.seeds.map(s=>this.seedRow(s));this.node.replaceChildren(...[C("p",{class:"counts",text:I("found.counts",e.counts)}),this.details(e),Xn(t,n,{class:"numbers rows","aria-label":I("found.seeds")}),this.lost(e),this.doubtful(e)].filter(Boolean))}seedRow(e){let t=()=>{Bn(e.needle||null,e.id),pn(e.position_mm)},n=e.manual?I("found.by-hand"):`${Ze(100*e.confidence,0)} %, ± ${Ze(e.sigma_mm)} mm`,s=e.along_mm===null?"–":`${Ze(e.along_mm)}, ${Ze(e.across_mm)}`,r=at("×",()=>un({type:"remove-seed",seed:e.id}),{class:"small","aria-label":I("found.remove",{id:e.id}),disabled:!tn()});return lu(`seed${e.id}`,y.selection.seed===e.id,I("found.label",{id:e.id,standing:Ol(e)}),t,[C("th",{scope:"row",text:String(e.id)}),C("td",{class:e.standing==="planned"?null:"odd",text:Ol(e)}),C("td",{class:"position",text:e.position_mm.map(o=>Ze(o)).join(", ")}),C("td",{text:s}),C("td",{text:n}),C("td",{},r)],{"data-seed-row":e.id})}details(e){let t=ys(e,y.selection.seed);if(!t)return C("p",{class:"hint",text:I("found.choose")});let n=(r,o,a)=>C("div",{class:"coordinates"},C("span",{text:I(o)}),nA.map((l,c)=>ol(t[r][c],I("found.coordinate",{what:I(o),axis:l,id:t.id}),a,h=>{let d=[...t[r]];d[c]=h,un({type:"move-seed",seed:t.id,[r]:d})}))),s=C("div",{class:"actions"},at(I("found.split",{id:t.id}),()=>un({type:"split-seed",seed:t.id}),{disabled:!tn(),"data-split":t.id}),at(I("found.remove",{id:t.id}),()=>un({type:"remove-seed",seed:t.id}),{disabled:!tn()}));return C("section",{class:"details","aria-label":I("found.details",{id:t.id})},n("position_mm","found.place",1),n("direction","found.axis",3),s)}lost(e){let t=e.lost.map(n=>C("li",{},at(I("lost.title",{seed:n.seed,needle:n.needle??"–"}),()=>pn(n.planned_at_mm),{class:"link"})," ",at(I("lost.take"),()=>El({position_mm:n.planned_at_mm,direction:n.direction}),{class:"small",disabled:!tn(),"data-take":`lost${n.seed}`})));return nx(I("lost"),t)}doubtful(e){let t=e.doubtful.map((n,s)=>C("li",{},at(I("doubtful.title",{confidence:Ze(100*n.confidence,0)}),()=>pn(n.position_mm),{class:"link"})," ",at(I("doubtful.take"),()=>El({position_mm:n.position_mm,direction:n.direction}),{class:"small",disabled:!tn(),"data-take":`doubtful${s}`})));return nx(I("doubtful"),t)}},nx=(i,e)=>e.length?C("section",{class:"found-list"},C("h3",{text:i}),C("ul",{},e)):null;var al=class{constructor(){this.node=C("div",{class:"scroll"}),this.update=hn(()=>this.fill()),Mt("plan role",()=>this.update()),this.fill()}fill(){let{plan:e}=y,t=e?.edits??[],n=t.length?C("ol",{class:"edits"},t.map(o=>C("li",{text:o.text}))):C("p",{class:"hint",text:I("edits.none")}),s=at(I("edits.original"),kp,{disabled:!tn()||!t.length}),r=(e?.warnings??[]).map(o=>C("li",{text:o}));this.node.replaceChildren(n,C("div",{class:"actions"},s),C("h3",{text:I("warnings")}),r.length?C("ul",{class:"warnings"},r):C("p",{class:"hint",text:I("warnings.none")}))}},ll=class{constructor(){this.node=C("div",{class:"scroll"}),this.update=hn(()=>this.fill()),Mt("display plan",()=>this.update()),this.fill()}fill(){let e=y.contours.map(t=>{let{name:n,kind:s,colour:r,dash:o}=t.structure,a=C("span",{class:"swatch"});a.style.borderTopColor=r,a.style.borderTopStyle=o?.length?"dashed":"solid";let l=C("input",{type:"checkbox",checked:!y.display.hidden.has(n),"aria-label":I("structure.show",{name:n}),on:{change:()=>this.flip(n)}}),c=()=>pn(t.centre());return C("tr",{"data-structure-row":n},C("td",{},l),C("td",{},a),C("th",{scope:"row"},at(n,c,{class:"link"})),C("td",{text:I(`kind.${s}`)}),C("td",{},this.cold(n)))});this.node.replaceChildren(Xn([I("shown"),"",I("structure"),I("kind"),I("coldest")],e,{class:"rows"}),this.levels())}flip(e){let{hidden:t}=y.display;t.has(e)?t.delete(e):t.add(e),Ue("display")}cold(e){let t=y.plan?.coldest?.[e];return t?at(`${Ze(t.dose_gy)} Gy`,()=>pn(t.at_mm),{class:"small","aria-label":I("coldest.go",{name:e})}):null}levels(){let e=y.plan?.prescription.dose_gy;if(!e)return null;let t=y.display.levels.map(s=>{let r=C("input",{type:"checkbox",checked:s.shown,"aria-label":I("level.show",{percent:Ze(s.percent,0)}),on:{change:l=>Wf(s,{shown:l.target.checked})}}),o=C("span",{class:"swatch"});o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid";let a=(l,c,h)=>C("input",{type:"number",class:"cell",min:1,max:1e5,step:"any",value:l,"aria-label":c,on:{change:d=>Number(d.target.value)>0&&h(Number(d.target.value)),keydown:d=>d.stopPropagation()}});return C("tr",{"data-level":s.id},C("td",{},r),C("td",{},o),C("td",{},a(Ze(s.gy),I("level.gy",{percent:Ze(s.percent,0)}),l=>Wf(s,{gy:l,percent:100*l/e}))," Gy"),C("td",{},a(Ze(s.percent,0),I("level.percent",{gy:Ze(s.gy)}),l=>Wf(s,{percent:l,gy:l*e/100}))," %"))}),n=C("input",{type:"range",min:.1,max:.8,step:.05,value:y.display.washOpacity,"aria-label":I("wash.opacity"),on:{input:s=>{y.display.washOpacity=Number(s.target.value),Ue("dose")}}});return C("section",{class:"levels"},C("h3",{text:I("levels")}),Xn([I("shown"),"",I("dose"),I("of-prescription")],t),C("label",{class:"actions"},I("wash.opacity"),n))}};function Wf(i,e){Object.assign(i,e),Ue("display")}var hu=class{constructor(){this.node=C("ul",{class:"isodose-legend","aria-label":I("levels")}),Mt("display plan",()=>this.fill()),this.fill()}fill(){let e=y.plan&&(y.display.isodoses||y.display.dose)?y.display.levels.filter(t=>t.shown):[];this.node.replaceChildren(...[...e].sort((t,n)=>n.gy-t.gy).map(t=>{let n=C("span",{class:"swatch"});return n.style.borderTopColor=t.colour,n.style.borderTopStyle=t.dash?.length?t.dash[0]<=3?"dotted":"dashed":"solid",C("li",{},n,C("span",{text:I("level.legend",{gy:Ze(t.gy),percent:Ze(t.percent,0)})}))})),this.node.classList.toggle("gone",!e.length)}};var cl=class{constructor(){this.node=C("div",{class:"scroll"}),this.update=hn(()=>this.fill()),Mt("plan compared",()=>this.update()),this.fill()}versions(){let e=(y.plan.versions??[]).filter(t=>t.number>0);return[{id:"original",label:I("compare.original")},...e.map(t=>({id:String(t.number),label:I("compare.version",{number:t.number,author:t.author??""})}))]}fill(){if(!y.plan)return this.node.replaceChildren(C("p",{class:"empty",text:I("no-plan")}));let e=C("select",{"aria-label":I("compare.with")},this.versions().map(s=>C("option",{value:s.id,text:s.label})));e.value=y.compared?.id??"original";let t=at(I("compare.start"),()=>this.start(e.value)),n=at(I("compare.stop"),()=>this.stop(),{disabled:!y.compared});this.node.replaceChildren(C("div",{class:"actions"},C("label",{},I("compare.with")," ",e),t,n),y.compared?this.rows():C("p",{class:"hint",text:I("compare.hint")}))}async start(e){try{let{other:t,rows:n}=await qn(`/api/compare?with=${encodeURIComponent(e)}`),{header:s,bytes:r}=await Xr(`/api/dose?version=${encodeURIComponent(e)}`);y.otherDose=new qr(s,new Float32Array(r)),y.compared={id:e,plan:t,rows:n,revision:y.plan.revision,checked:y.plan.checked},Ue("compared")}catch(t){if(!(t instanceof Tn))throw t;lt(t.message,"bad")}}stop(){y.compared=null,y.otherDose=null,Ue("compared")}rows(){let{compared:e,plan:t}=y;(e.revision!==t.revision||e.checked!==t.checked)&&this.start(e.id);let n=new Map;for(let a of e.rows)n.set(a.roi,[...n.get(a.roi)??[],a]);let s=[...n].flatMap(([a,l])=>[C("tr",{class:"group"},C("th",{colspan:4,scope:"rowgroup",text:a})),...l.map(c=>C("tr",{"data-compared":`${a}/${c.key}`},C("th",{scope:"row",text:Hf(c)}),C("td",{text:hr(c,c.value)}),C("td",{text:hr(c,c.other)}),C("td",{class:"change",text:hr(c,c.difference,!0)})))]),r=({needles:a,seeds:l})=>I("compare.count",{needles:ix(a),seeds:ix(l)}),o=["",`${I("compare.shown")} · ${r(t)}`,`${I("compare.other")} · ${r(e.plan)}`,I("compare.difference")];return Xn(o,s,{class:"numbers","aria-label":I("compare")})}},ix=i=>i.length??i;var iA=new Set(["targets","cross","avoid"]),Xf=["targets","prescription","strength_u","avoid","cross","limits","max_needles","margin_mm","steering","protocol"];function rx(i,e,t,n=[]){let s={defs:e.$defs??{},rois:n},r=Object.keys(e.properties??{}),o=new Map,a=C("div",{class:"form"}),l=C("div",{class:"form"});for(let c of[...Xf.filter(h=>r.includes(h)),...r.filter(h=>!Xf.includes(h))]){let h=ax(c,e.properties[c],t[c],s,[c]);h&&(o.set(c,h),(Xf.includes(c)?a:l).append(h.node))}return i.replaceChildren(a,C("details",{},C("summary",{text:I("plan.more")}),l)),()=>ox(t,o)}function ox(i,e){let t={...i};for(let[n,s]of e){let r=s.read();r!==void 0&&(t[n]=r)}return t}function uu(i,e){if(i.$ref)return{...uu(e.defs[i.$ref.split("/").at(-1)],e),...sx(i,"$ref")};let t=i.anyOf??i.oneOf;if(!t)return i;let n=t.filter(r=>r.type!=="null"),s=n.find(r=>r.type==="number"||r.type==="integer")??n.find(r=>r.type==="string")??n[0];return{...uu(s,e),...sx(i,"anyOf","oneOf"),nullable:n.length<t.length}}var sx=(i,...e)=>Object.fromEntries(Object.entries(i).filter(([t])=>!e.includes(t))),qf=i=>{let e=`request.${i.join(".")}`;return xl(e)?I(e):i.at(-1).replaceAll("_"," ")};function ax(i,e,t,n,s){let r=uu(e,n),o=t===void 0?r.default:t;return s.length===1&&iA.has(s[0])&&n.rois.length?cA(r,o,n.rois,s):r.enum?aA(r,o,s):r.type==="boolean"?oA(r,o,s):r.type==="number"||r.type==="integer"?sA(r,o,s):r.type==="string"?rA(r,o,s):r.type==="array"?lA(r,o,n,s):r.type==="object"&&r.properties?uA(r,o??{},n,s):r.type==="object"?hA(r,o??{},s):null}var zo=(i,e,t)=>C("label",{class:"field",title:i.description??"","data-field":e.join(".")},C("span",{text:qf(e)}),t);function du(i,e,t){return()=>String(i.value)===e?void 0:t()}function sA(i,e,t){let n=e==null?"":String(e),s={min:i.minimum??i.exclusiveMinimum,max:i.maximum??i.exclusiveMaximum},r=C("input",{type:"number",step:i.type==="integer"?1:"any",value:n,...s});return{node:zo(i,t,r),read:du(r,n,()=>r.value===""?null:Number(r.value))}}function rA(i,e,t){let n=e??"",s=C("input",{type:"text",value:n});return{node:zo(i,t,s),read:du(s,n,()=>s.value)}}function oA(i,e,t){let n=C("input",{type:"checkbox",checked:!!e});return{node:zo(i,t,n),read:()=>n.checked}}function aA(i,e,t){let n=C("select",{},i.enum.map(s=>C("option",{value:s,text:s})));return n.value=e??i.enum[0],{node:zo(i,t,n),read:()=>n.value}}function lA(i,e,t,n){let s=uu(i.items??i.prefixItems?.[0]??{},t);if(!["string","number","integer"].includes(s.type))return null;let r=(e??[]).join(", "),o=C("input",{type:"text",value:r,placeholder:I("form.list")}),a=()=>o.value.split(",").map(l=>l.trim()).filter(Boolean);return{node:zo(i,n,o),read:du(o,r,()=>s.type==="string"?a():a().map(Number))}}function cA(i,e,t,n){let s=i.type==="object",r=s?e??{}:Object.fromEntries((e??[]).map(h=>[h,null])),o=t.map(h=>{let d=C("input",{type:"checkbox",checked:Object.hasOwn(r,h)}),u=s&&typeof r[h]=="number"?String(r[h]):"",f=s?C("input",{type:"number",class:"cell",min:0,step:"any",value:u,placeholder:"mm","aria-label":I("form.clearance",{name:h})}):null;return{name:h,tick:d,value:f,node:C("div",{class:"region-line"},C("label",{"data-region":h},d,C("span",{text:h})),f)}}),a=()=>o.filter(h=>h.tick.checked),l=()=>s?Object.fromEntries(a().map(h=>[h.name,h.value.value===""?null:Number(h.value.value)])):a().map(h=>h.name);return{node:C("fieldset",{class:"group regions","data-field":n.join(".")},C("legend",{text:qf(n)}),o.map(h=>h.node)),read:l}}function hA(i,e,t){let n=Object.entries(e).map(([o,a])=>a===null?o:`${o}: ${a}`).join(", "),s=C("input",{type:"text",value:n,placeholder:I("form.mapping")}),r=()=>Object.fromEntries(s.value.split(",").map(o=>o.trim()).filter(Boolean).map(o=>{let a=o.lastIndexOf(":");return a<0?[o,null]:[o.slice(0,a).trim(),Number(o.slice(a+1))]}));return{node:zo(i,t,s),read:du(s,n,r)}}function uA(i,e,t,n){let s=new Map,r=C("details",{class:"group",open:n.length===1&&n[0]==="prescription"},C("summary",{text:qf(n)}));for(let[o,a]of Object.entries(i.properties)){let l=ax(o,a,e[o],t,[...n,o]);l&&(s.set(o,l),r.append(l.node))}return{node:r,read:()=>ox(e,s)}}var fu=class{constructor(){this.node=C("div",{class:"scroll"}),this.form=C("div"),this.keep=C("input",{type:"checkbox",checked:!0,id:"keep-locked"}),this.run=at(I("plan.run"),()=>this.start(),{class:"primary"}),this.cancel=at(I("plan.cancel"),()=>this.stop()),this.bar=C("progress",{max:1,value:0,"aria-label":I("plan.progress")}),this.stage=C("p",{class:"stage",role:"status"}),this.locked=C("p",{class:"hint"}),this.draw=["forbid","forbid-directions"].map(e=>at(I(`tool.${e}`),()=>Xs(e),{"data-tool":e})),this.forbidden=C("ul",{class:"forbidden-list","aria-label":I("forbid.list")}),this.node.append(C("label",{class:"keep",for:"keep-locked"},this.keep,I("plan.keep-locked")),this.locked,C("div",{class:"actions"},this.draw),this.forbidden,C("div",{class:"actions"},this.run,this.cancel),this.bar,this.stage,this.form),this.update=hn(()=>this.show()),Mt("plan role job display",()=>this.update()),Pi("progress",({stage:e,fraction:t})=>this.progress(e,t)),Pi("job",e=>this.jobIs(e)),this.show(),this.load()}async load(){try{let e=await qn("/api/request-schema");this.read=rx(this.form,e.schema,e.request,e.rois)}catch(e){if(!(e instanceof Tn))throw e;this.form.replaceChildren(C("p",{class:"hint",text:e.message}))}}show(){let e=y.job!==null;this.run.disabled=e||y.role!=="editor"||!y.connected,this.cancel.disabled=!e,this.bar.hidden=!e;let t=JSON.stringify([$r().forbidden,$r().not_from,this.run.disabled]);t!==this.shown&&this.forbidden.replaceChildren(...tm(this.run.disabled)),this.shown=t;for(let r of this.draw)r.disabled=this.run.disabled,r.setAttribute("aria-pressed",y.display.tool===r.dataset.tool);let n=y.plan?.needles.filter(r=>r.locked).map(r=>r.id)??[],s=y.plan?.seeds.filter(r=>r.locked).map(r=>r.id)??[];this.locked.textContent=n.length||s.length?I("plan.locked",{needles:n.join(", ")||"–",seeds:s.join(", ")||"–"}):I("plan.none-locked")}async start(){if(this.read)try{y.job={state:"running"},Ue("job"),await Ri("/api/plan",{request:this.request(),keep_locked:this.keep.checked}),this.stage.textContent=I("plan.started")}catch(e){if(y.job=null,Ue("job"),!(e instanceof Tn))throw e;this.stage.textContent=e.message,lt(e.message,"bad")}}request(){let e=this.read();return y.plan?e:{...e,steering:{...e.steering,...y.forbidden}}}async stop(){try{await Ri("/api/plan/cancel"),this.stage.textContent=I("plan.cancelling")}catch(e){if(!(e instanceof Tn))throw e;lt(e.message,"bad")}}progress(e,t){y.job&&(this.bar.value=t??0,this.stage.textContent=t==null?e:`${e} · ${Math.round(100*t)} %`,Ue("job"))}async jobIs({state:e,message:t}){let n=e==="running"||e==="started";y.job=n?{state:e}:null,this.stage.textContent=t??I(`job.${e}`),Ue("job"),!n&&(lt(this.stage.textContent,e==="failed"?"bad":"info"),e!=="done"&&await vs())}};async function pu(i){try{return await i()}catch(e){if(!(e instanceof Tn))throw e;return lt(e.message||I("server.lost"),"bad"),null}}async function lx(i,e){lt(i),y.working=i,Ue("busy");let t=await pu(e);return y.working=null,Ue("busy"),t}var Vo=(i,e)=>C("label",{class:"field",for:i.id},C("span",{text:e}),i),hl=(i,e="")=>C("input",{id:i,type:"text",autocomplete:"off",value:e});function cx(){let i=hl("check-author"),e=hl("check-reason"),t=C("div",{},C("p",{text:I(Fn()?"check.what.found":"check.what")}),C("div",{class:"form"},Vo(i,I("check.author")),Vo(e,I("check.reason")))),n=async()=>{if(ux(i,I("check.no-author")))return!1;let s=y.plan.revision,r=await lx(I("check.running"),()=>Ri("/api/check",{base_revision:s,author:i.value.trim(),reason:e.value.trim()}));return r?(ia(),ki(r.plan),lt(I("check.done",{version:hx(r.version)}),"good"),!0):!1};Ss(I("check"),t,[{label:I("check.do"),action:n,primary:!0}])}var hx=i=>typeof i=="object"?`${i.number} (${String(i.version).slice(0,12)})`:String(i);function ux(i,e){return i.value.trim()?!1:(i.focus(),lt(e,"bad"),!0)}var dA=new Set(["plan","dvh","dose","number","metrics","strengths_u","strength_u","seed_step_mm"]);function dx(i){let e=Object.entries(i).filter(([t])=>!dA.has(t)).map(([t,n])=>C("tr",{},C("th",{scope:"row",text:fx(t)}),C("td",{},Yf(n))));return Xn([I("sign.what"),I("sign.value")],e,{class:"rows facts"})}var fx=i=>{let e=I(`fact.${i}`);return e===`fact.${i}`?i.replaceAll("_"," "):e};function Yf(i){return i==null||i===""?C("span",{text:"–"}):Array.isArray(i)?i.length?C("ul",{},i.map(e=>C("li",{},Yf(e)))):C("span",{text:"–"}):typeof i=="object"?C("ul",{},Object.entries(i).map(([e,t])=>C("li",{},`${fx(e)}: `,Yf(t)))):typeof i=="boolean"?C("span",{text:I(i?"yes":"no")}):typeof i=="number"?C("span",{text:Number.isInteger(i)?String(i):Number(i.toPrecision(6)).toString()}):C("span",{text:i})}async function px(){let i=await pu(()=>qn("/api/sign-page"));if(!i)return;let e=C("select",{id:"sign-role"},["prepared","reviewed"].map(o=>C("option",{value:o,text:I(`sign.${o}`)})));i.signatures?.prepared&&(e.value="reviewed");let t=hl("sign-name"),n=hl("sign-reason"),s=C("div",{},C("p",{class:"hint",text:I("sign.read")}),dx(i),C("div",{class:"form"},Vo(e,I("sign.as")),Vo(t,I("sign.name")),Vo(n,I("sign.reason")))),r=async()=>{if(ux(t,I("sign.no-name")))return!1;let o=await pu(()=>Ri("/api/sign",{number:i.number,role:e.value,name:t.value.trim(),reason:n.value.trim()}));return o?(ki(o.plan),lt(I("sign.done",{role:I(`sign.${e.value}`),name:t.value.trim()}),"good"),!0):!1};Ss(I("sign"),s,[{label:I("sign.do"),action:r,primary:!0}])}function mx(){let{plan:i}=y;if(!i)return;if(i.checked_version===null||i.checked_version===void 0)return lt(I("export.check-first"),"bad");let e=fA(i),t=hl("export-name",`version-${i.checked_version}`),n=C("input",{id:"export-sure",type:"checkbox"}),s=i.edits.map(l=>C("li",{text:l.text})),r=Fn()||i.approval?.status==="signed"?null:C("p",{class:"warn-box",text:I("export.unsigned")}),o=C("div",{},C("p",{text:I(Fn()?"export.what.found":"export.what")}),r,C("h3",{text:I("export.changes")}),s.length?C("ol",{class:"edits"},s):C("p",{class:"hint",text:I("edits.none")}),e.length?C("div",{class:"warn-box"},C("b",{text:I("export.broken")}),C("ul",{},e.map(l=>C("li",{text:l}))),C("label",{for:"export-sure"},n,I("export.sure"))):null,C("div",{class:"form"},Vo(t,I("export.name")))),a=async()=>{if(e.length&&!n.checked)return lt(I("export.not-sure"),"bad"),n.focus(),!1;let l=await lx(I("export.running"),()=>Ri("/api/export",{number:i.checked_version,name:t.value.trim()}));if(!l)return!1;await pu(vs);let{folder:c,version:h,notes:d,files:u}=l;return Ss(I("export.done"),dx({folder:c,version:hx(h),notes:d,files:u})),!1};Ss(I("export"),o,[{label:I("export.do"),action:a,primary:!0}])}function fA(i){return[...new Set([...i.needles,...i.seeds].flatMap(e=>e.rules))]}function mu(){let i=sm.map(([t,n])=>C("tr",{},C("th",{scope:"row"},C("kbd",{text:I(`keys.${t}`)===`keys.${t}`?t:I(`keys.${t}`)})),C("td",{text:I(n)}))),e=C("div",{},Xn([I("help.keys"),I("help.what")],i,{class:"rows"}),C("p",{text:I("help.units")}),C("p",{text:`${y.server.software}. ${y.server.notice}`}));Ss(I("help"),e)}var pA=[0,5,10,20,40],gu=class{constructor({changeLanguage:e,resetViews:t,takePicture:n}){this.state=C("div",{class:"state",role:"status","aria-label":I("state")}),this.undo=at(I("undo"),Sl,{title:"Ctrl+Z"}),this.redo=at(I("redo"),bl,{title:"Ctrl+Shift+Z"}),this.check=at(I("check"),cx),this.sign=at(I("sign"),px),this.export=at(I("export"),mx),this.toggles=[["dose","D","toggle.wash"],["contours","C","toggle.contours"],["isodoses","I","toggle.isodoses"]].map(([o,a,l])=>[o,at(I(l),()=>aa(o),{title:a,"data-toggle":o})]),this.window=C("select",{"aria-label":I("window"),on:{change:o=>qs(gr.find(a=>a.key===o.target.value))}},gr.map(o=>C("option",{value:o.key,text:`${I(`window.${o.key}`)} ${o.width}/${o.level}`})),C("option",{value:"free",text:I("window.free"),hidden:!0})),this.measure=at(I("tool.measure"),()=>Xs("measure"),{title:"M","data-tool":"measure"});let s=Fn()?"seed":"needle";this.add=at(I(`tool.${s}`),()=>Xs(s),{"data-tool":s}),this.slab=C("select",{"aria-label":I("slab"),class:"slab",on:{change:o=>mA(Number(o.target.value))}},pA.map(o=>C("option",{value:o,text:o?I("slab.of",{mm:o}):I("slab.none")}))),this.slab.value=y.display.slab,this.clear=at(I("tool.clear"),Yp),this.full=at(I("layout.all"),()=>la("all"));let r=C("select",{"aria-label":I("language"),class:"language",on:{change:o=>e(o.target.value)}},Object.entries(Sp).map(([o,a])=>C("option",{value:o,text:a,lang:o})));r.value=ss(),this.node=C("header",{class:"topbar"},C("div",{class:"bar"},C("h1",{},C("span",{class:"brand",text:"seedwright"}),C("span",{class:"case",text:y.server.patient??""})),this.state,C("div",{class:"spring"}),C("span",{class:"notice",text:I("notice")}),r,at("?",mu,{"aria-label":I("help"),title:"?"})),C("div",{class:"bar tools",role:"toolbar","aria-label":I("tools")},C("div",{class:"group"},this.undo,this.redo),C("div",{class:"group"},this.toggles.map(([,o])=>o)),this.window,this.slab,C("div",{class:"group"},this.add,this.measure,this.clear),C("div",{class:"group"},at(I("layout.reset"),t,{title:"R"}),at(I("picture"),n,{title:"S","data-picture":""}),this.full),C("div",{class:"spring"}),C("div",{class:"group"},this.check,this.sign,this.export))),this.update=hn(()=>this.show()),Mt("plan preview role display job layout window busy drag draft measures",()=>this.update()),this.show()}show(){let{plan:e}=y,t=tn()&&!y.working;this.undo.disabled=!t||!e.can_undo,this.redo.disabled=!t||!e.can_redo,this.add.disabled=!t,this.sign.hidden=Fn(),this.check.disabled=this.sign.disabled=this.export.disabled=!t,this.clear.hidden=!y.measures.length,this.full.hidden=y.display.layout==="all";for(let[r,o]of this.toggles)o.setAttribute("aria-pressed",y.display[r]);for(let r of[this.measure,this.add])r.setAttribute("aria-pressed",y.display.tool===r.dataset.tool);this.window.value=y.display.window.key,document.body.dataset.tool=y.display.tool;let n=this.chips(e),s=n.map(([,r])=>r).join("|");s!==this.shown&&(this.shown=s,this.state.replaceChildren(...n.map(([r,o])=>C("span",{class:`chip ${r}`,text:o}))))}chips(e){let t=[];if(!e)t.push(["warn",I("no-plan")]);else{let n=Fn()?"delivered":e.approval?.status??"unsigned";t.push([{signed:"good",delivered:""}[n]??"warn",I(`state.${n}`)]),t.push(["",I("state.revision",{revision:e.revision})]),y.preview?t.push(["warn",I("checked.preview")]):e.checked!=="checked"?t.push(["warn",I(`checked.${e.checked}`)]):t.push(["good",I("checked.checked")])}return y.working&&t.push(["busy",y.working]),y.job&&t.push(["busy",I("plan.running")]),y.connected?y.role!=="editor"&&t.push(["bad",I("state.reader")]):t.push(["bad",I("state.offline")]),t}};function mA(i){y.display.slab=i,Ue("display")}var _u=class{constructor(e){this.node=C("div",{class:"readout","data-readout":"","aria-label":I("readout")}),this.ask=e,this.hover=hn(t=>this.show(t)),Mt("hover",t=>this.hover(t)),Mt("cursor dose plan",()=>this.hover(null)),y.ct?this.hover(null):ni(this.node,I("readout.none"))}show(e){let t=e?.point??y.cursor;if(!y.ct)return;clearTimeout(this.timer);let n=y.contours.filter(r=>r.structure.kind!=="body"&&r.contains(t)).map(r=>r.structure.name),s=lm(t);this.write(t,y.ct.at(t),s,n,!0),this.timer=setTimeout(()=>this.exactly(t),90)}async exactly(e){if(y.preview)return;let t=await this.ask(e);t&&this.write(e,t.hu,t.dose_gy,t.structures,!1)}write(e,t,n,s,r){let o=y.plan?.prescription.dose_gy,a=[`x ${e[0].toFixed(1)}  y ${e[1].toFixed(1)}  z ${e[2].toFixed(1)} mm`,t==null?"– HU":`${Math.round(t)} HU`,n==null?y.plan?I("readout.no-dose"):"":`${r?"≈ ":""}${n.toFixed(1)} Gy (${(100*n/o).toFixed(0)} %)`,s.join(", ")||"–"];this.node.replaceChildren(...a.filter(Boolean).map(l=>C("span",{text:l}))),this.node.dataset.exact=String(!r)}};function gx({changeLanguage:i,ask:e}){let t={axial:new Zr("axial"),sagittal:new Zr("sagittal"),coronal:new Zr("coronal"),space:new Vh,needle:new Gh},n=C("main",{class:"panes","aria-label":I("panes")},Object.values(t).map(c=>c.node));t.axial.node.append(new hu().node);for(let c of Object.values(t))c.node.addEventListener("dblclick",()=>la(y.display.layout==="all"?c.name:"all"));let s=()=>{n.dataset.layout=y.display.layout;for(let c of Object.values(t))c.node.hidden=y.display.layout!=="all"&&y.display.layout!==c.name,c.node.classList.toggle("active",y.display.active===c.name)};Mt("layout",s),s();let r=()=>Object.values(t).forEach(c=>c.reset()),o=()=>Cl(t[y.display.active]??t.axial),a=new gu({changeLanguage:i,resetViews:r,takePicture:o}),l=C("aside",{class:"dock","aria-label":I("dock")},new su().node,new ru().node,gA());return{node:C("div",{class:"page"},a.node,n,l),panes:t,readout:new _u(e)}}function gA(){let i=Fn()?{found:new cu,structures:new ll,edits:new al,compare:new cl}:{needles:new ou,seeds:new au,structures:new ll,edits:new al,steer:new fu,compare:new cl};y.display.tab in i||([y.display.tab]=Object.keys(i));let e=Object.keys(i).map(o=>at(I(`tab.${o}`),()=>n(o),{role:"tab",id:`tab-${o}`,"aria-controls":`panel-${o}`})),t=Object.entries(i).map(([o,a])=>C("div",{role:"tabpanel",id:`panel-${o}`,"aria-labelledby":`tab-${o}`},a.node)),n=o=>{y.display.tab=o,s(),Ue("display")},s=()=>{e.forEach(o=>{let a=o.id===`tab-${y.display.tab}`;o.setAttribute("aria-selected",a),o.tabIndex=a?0:-1}),t.forEach(o=>o.hidden=o.id!==`panel-${y.display.tab}`)},r=C("div",{role:"tablist","aria-label":I("dock")},e);return r.addEventListener("keydown",o=>{let a={ArrowRight:1,ArrowLeft:-1}[o.key];if(!a)return;o.stopPropagation();let l=e[(e.indexOf(document.activeElement)+a+e.length)%e.length];l.click(),l.focus()}),s(),C("section",{class:"card tabs"},r,t)}function xx(){let i=new URLSearchParams(location.hash.slice(1)),e=(i.get("at")??"").split(",").map(Number);return{at:e.length===3&&e.every(Number.isFinite)?e:null,layout:["all","axial","sagittal","coronal","space","needle"].find(t=>t===i.get("layout"))??null,lang:["en","zh"].find(t=>t===i.get("lang"))??null}}var _x=0;function $f(){clearTimeout(_x),_x=setTimeout(()=>{let i=y.cursor.map(e=>e.toFixed(2)).join(",");history.replaceState(null,"",`${location.pathname}#at=${i}&layout=${y.display.layout}&lang=${ss()}`)},150)}var _A=[50,90,100,150,200],yx=()=>{};async function xA(){let i=xx();if(_l(i.lang??"en"),!bp())return Zf(I("boot.no-token"));try{let e=await qn("/api/state");i.lang||_l(e.language),wA(I("boot.ct")),await vx(e)}catch(e){if(!(e instanceof Tn))throw e;return Zf(e.status===401?I("boot.no-token"):e.message||I("server.lost"))}y.plan||(y.display.tab="steer"),y.display.layout=i.layout??"all",y.cursor=y.frame.clamped(i.at??bx()),Jf(),Pu(),Sx(),document.body.dataset.ready="true"}async function vx(i){y.server=i,y.frame=new Ll(i.ct);let[e,t]=await Promise.all([y.ct?null:Xr("/api/ct"),qn("/api/contours")]);e&&(y.ct=new Al(new Int16Array(e.bytes),y.frame));for(let n of i.structures)n.colour=ku(n.colour);y.contours=i.structures.filter(n=>t[n.key]?.length).map(n=>new Dl(n,t[n.key],y.frame)),y.original=i.original,y.plan=i.plan,y.display.levels=MA(i);for(let n of i.structures)n.kind==="derived"&&y.display.hidden.add(n.name)}function Sx(){ki(y.plan,!0),bA(y.server);let{restored:i}=y.server;i?.steps&&lt([I("restored",{steps:i.steps}),i.note].filter(Boolean).join(" "))}async function yA(){let i=!y.plan;await vx(await qn("/api/state")),Jf(),Sx(),i&&y.plan&&(pn(bx()),Object.values(y.page.panes).forEach(e=>e.reset()))}function Jf(){gp(),yx();let i=gx({changeLanguage:vA,ask:SA});y.page=i;let{line:e,banner:t}=Ep();document.getElementById("app").replaceChildren(t,i.node,C("footer",{class:"statusbar"},i.readout.node,e)),yx=rm({panes:i.panes,showHelp:mu,closeDialog:Rl}),Mt("cursor layout",$f),Mt("cursor layout",Dp),y.surfaces&&i.panes.space.setSurfaces(y.surfaces,y.server.structures)}function vA(i){_l(i),Rl(),Jf(),$f(),vs(),document.querySelector(".language").focus()}var SA=async i=>{try{return await qn(`/api/point?x=${i[0]}&y=${i[1]}&z=${i[2]}`)}catch{return null}};async function bA(i){try{y.surfaces=await qn("/api/surfaces"),y.page.panes.space.setSurfaces(y.surfaces,i.structures)}catch(e){if(!(e instanceof Tn))throw e}}function bx(){let i=y.contours.find(e=>e.structure.kind==="target");return i?i.centre():y.frame.toPatient([0,1,2].map(e=>y.frame.extent(e)/2))}function MA(i){return(i.levels??[]).map((e,t)=>({...e,id:t,colour:ku(e.colour),percent:Math.round(e.percent*100)/100,shown:_A.includes(Math.round(e.percent))}))}var wA=i=>{let e=document.getElementById("boot");e&&(e.textContent=i)};function Zf(i){document.getElementById("app").replaceChildren(C("p",{id:"boot",class:"failed",role:"alert",text:i}))}Pi("state",yA);Pi("welcome",({revision:i})=>{y.plan&&(i!==y.plan.revision||y.plan.checked==="preview")?vs():Ue("plan")});Object.defineProperty(window,"seedwright",{value:Object.freeze({latencies:ea,language:ss,cursor:()=>[...y.cursor],moveCursor:pn})});xA().catch(i=>{throw Zf(I("boot.failed")),i});
